"""Evaluates IAM policies as AWS does for requests within one account: explicit deny, then the boundary, then allow.

Knows the operators that infra/ uses; any other is an error, so that no condition is silently ignored.
"""
import fnmatch
import json


def as_list(value):
    return value if isinstance(value, list) else [value]


def matches(pattern, text):
    # Square brackets mean nothing in IAM.
    return fnmatch.fnmatchcase(text, pattern.replace("[", "[[]"))


def holds(condition, context):
    for operator, keys in (condition or {}).items():
        for key, expected in keys.items():
            value = context.get(key)
            if operator in ("StringEquals", "Bool"):
                found = value in as_list(expected)
            elif operator in ("StringLike", "ArnLike"):
                found = value is not None and any(matches(one, value) for one in as_list(expected))
            else:
                raise ValueError(f"the operator {operator} is not simulated")
            if not found:
                return False
    return True


def effects(policies, action, resource, context):
    for policy in policies:
        for statement in policy["Statement"]:
            if (any(matches(one.lower(), action.lower()) for one in as_list(statement["Action"]))
                    and any(matches(one, resource) for one in as_list(statement["Resource"]))
                    and holds(statement.get("Condition"), context)):
                yield statement["Effect"]


def is_allowed(policies, boundary, action, resource, context):
    found = set(effects(policies, action, resource, context))
    if "Deny" in found or "Allow" not in found:
        return False
    return boundary is None or set(effects([boundary], action, resource, context)) == {"Allow"}


def document(policy):
    return json.loads(policy) if isinstance(policy, str) else policy


def managed(client, arn):
    version = client.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    return document(client.get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"])


def of_role(client, role):
    """The policies of a role as they are stored, and its boundary."""
    policies = [document(client.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"])
                for name in client.list_role_policies(RoleName=role)["PolicyNames"]]
    policies += [managed(client, one["PolicyArn"]) for one in client.list_attached_role_policies(RoleName=role)["AttachedPolicies"]]
    boundary = client.get_role(RoleName=role)["Role"].get("PermissionsBoundary")
    return policies, managed(client, boundary["PermissionsBoundaryArn"]) if boundary else None


def cases(name, account, variant):
    """What each role must and must not be able to do: [action, resource, context]."""
    def arn(service, rest, region="us-east-1"):
        return f"arn:aws:{service}:{region}:{account}:{rest}"

    def log(function, region="us-east-1"):
        return arn("logs", f"log-group:/aws/lambda/{function}:log-stream:one", region)

    def bucket(kind, of=name):
        return f"arn:aws:s3:::{of}-{kind}-{account}"

    backups, other = "arn:aws:s3:::example-backups", "arn:aws:s3:::another-bucket"
    watchdog, trigger, west = f"{name}-watchdog", f"{name}-trigger", "us-west-2"
    on_aws = variant == "aws"
    none = {}

    site = [
        ["s3:PutObject", bucket("site") + "/status.json", none],
        ["s3:GetObject", bucket("site") + "/status.json", none],
        ["s3:ListBucket", bucket("site"), none],
        ["s3:ListBucket", backups, none],
        ["s3:ListBucketMultipartUploads", backups, none],
        ["s3:GetObject", backups + "/acme/1.gz", none],
        ["sqs:ReceiveMessage", arn("sqs", trigger), none],
        ["sqs:DeleteMessage", arn("sqs", trigger), none],
    ]
    status = [
        ["logs:PutLogEvents", log(name), none],
        ["ssm:GetParametersByPath", arn("ssm", f"parameter/{name}"), none],
        ["s3:PutObject", bucket("state") + "/state/elytra-status.json", none],
        ["s3:GetObject", bucket("state") + "/state/incidents.json", none],
        ["s3:ListBucket", bucket("state"), {"s3:prefix": "state/elytra-status.json"}],
        ["sqs:SendMessage", arn("sqs", f"{name}-failures"), none],
    ]
    status_denied = [
        ["s3:PutObject", backups + "/acme/1.gz", none],
        ["s3:DeleteObject", backups + "/acme/1.gz", none],
        ["s3:GetObject", other + "/x", none],
        ["s3:PutObject", bucket("state") + "/elsewhere.json", none],
        ["s3:DeleteObject", bucket("state") + "/state/elytra-status.json", none],
        ["s3:PutObject", bucket("state", watchdog) + "/state/elytra-status.json", none],
        ["s3:ListBucket", bucket("state"), none],
        ["s3:PutBucketPolicy", bucket("site"), none],
        ["s3:PutObjectAcl", bucket("site") + "/status.json", none],
        ["s3:DeleteObject", bucket("site") + "/status.json", none],
        ["ssm:GetParametersByPath", arn("ssm", f"parameter/{watchdog}", west), none],
        ["ssm:GetParametersByPath", arn("ssm", f"parameter/{trigger}"), none],
        ["ssm:GetParameter", arn("ssm", f"parameter/{name}/UPTIME_KUMA_API_KEY"), none],
        ["ssm:PutParameter", arn("ssm", f"parameter/{name}/UPTIME_KUMA_API_KEY"), none],
        ["sqs:SendMessage", arn("sqs", trigger), none],
        ["lambda:InvokeFunction", arn("lambda", f"function:{name}:live"), none],
        ["iam:PassRole", f"arn:aws:iam::{account}:role/{name}-function", none],
        ["kms:Decrypt", arn("kms", "key/1"), none],
    ]
    result = {
        f"{name}-function": {
            "allowed": status + (site if on_aws else []),
            "denied": status_denied + ([] if on_aws else site),
        },
        f"{name}-scheduler": {
            "allowed": [
                ["lambda:InvokeFunction", arn("lambda", f"function:{name}:live"), none],
                ["sqs:SendMessage", arn("sqs", f"{name}-failures"), none],
            ],
            "denied": [
                ["lambda:InvokeFunction", arn("lambda", f"function:{name}"), none],
                ["lambda:InvokeFunction", arn("lambda", f"function:{name}:7"), none],
                ["lambda:InvokeFunction", arn("lambda", f"function:{watchdog}:live", west), none],
                ["lambda:UpdateFunctionCode", arn("lambda", f"function:{name}"), none],
                ["s3:GetObject", bucket("state") + "/state/elytra-status.json", none],
                ["ssm:GetParametersByPath", arn("ssm", f"parameter/{name}"), none],
            ],
        },
        f"{watchdog}-function": {
            "allowed": [
                ["logs:PutLogEvents", log(watchdog, west), none],
                ["ssm:GetParametersByPath", arn("ssm", f"parameter/{watchdog}", west), none],
                ["s3:PutObject", bucket("state", watchdog) + "/state/elytra-status.json", none],
                ["sqs:SendMessage", arn("sqs", f"{watchdog}-failures", west), none],
            ],
            "denied": [
                ["s3:PutObject", bucket("site") + "/status.json", none],
                ["s3:GetObject", bucket("state") + "/state/elytra-status.json", none],
                ["s3:ListBucket", backups, none],
                ["ssm:GetParametersByPath", arn("ssm", f"parameter/{name}"), none],
                ["logs:PutLogEvents", log(name), none],
                ["sqs:SendMessage", arn("sqs", trigger), none],
            ],
        },
        f"{watchdog}-scheduler": {
            "allowed": [["lambda:InvokeFunction", arn("lambda", f"function:{watchdog}:live", west), none]],
            "denied": [["lambda:InvokeFunction", arn("lambda", f"function:{name}:live"), none]],
        },
        "elytra-status-github-deploy": deploy(name, account, arn, bucket),
    }
    if on_aws:
        result[f"{trigger}-function"] = {
            "allowed": [
                ["logs:PutLogEvents", log(trigger), none],
                ["ssm:GetParametersByPath", arn("ssm", f"parameter/{trigger}"), none],
                ["sqs:SendMessage", arn("sqs", trigger), none],
            ],
            "denied": [
                ["sqs:ReceiveMessage", arn("sqs", trigger), none],
                ["sqs:PurgeQueue", arn("sqs", trigger), none],
                ["sqs:SendMessage", arn("sqs", f"{name}-failures"), none],
                ["ssm:GetParametersByPath", arn("ssm", f"parameter/{name}"), none],
                ["lambda:InvokeFunction", arn("lambda", f"function:{name}:live"), none],
                ["s3:PutObject", bucket("site") + "/status.json", none],
                ["s3:GetObject", bucket("state") + "/state/elytra-status.json", none],
            ],
        }
    return result


def deploy(name, account, arn, bucket):
    role, github = f"arn:aws:iam::{account}:role/{name}-function", f"arn:aws:iam::{account}:role/elytra-status-github-deploy"
    boundary = {"iam:PermissionsBoundary": f"arn:aws:iam::{account}:policy/elytra-status-boundary"}
    function = arn("lambda", f"function:{name}")
    none = {}
    return {
        "allowed": [
            ["lambda:UpdateFunctionCode", function, none],
            ["lambda:UpdateAlias", function, none],
            ["lambda:InvokeFunction", function + ":7", none],
            ["lambda:CreateEventSourceMapping", "*", {"lambda:FunctionArn": function + ":live"}],
            ["iam:CreateRole", role, boundary],
            ["iam:PutRolePolicy", role, boundary],
            ["iam:PassRole", role, {"iam:PassedToService": "lambda.amazonaws.com"}],
            ["s3:CreateBucket", bucket("site"), none],
            ["s3:TagResource", bucket("state"), none],
            ["s3:PutObject", f"arn:aws:s3:::elytra-status-terraform-{account}/prod.tfstate", none],
            ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z0123456789", none],
            ["ssm:PutParameter", arn("ssm", f"parameter/{name}/UPTIME_KUMA_API_KEY"), none],
            ["cloudwatch:PutDashboard", f"arn:aws:cloudwatch::{account}:dashboard/{name}", none],
            ["budgets:ModifyBudget", f"arn:aws:budgets::{account}:budget/{name}", none],
        ],
        "denied": [
            ["iam:CreateRole", role, none],
            ["iam:CreateRole", role, {"iam:PermissionsBoundary": f"arn:aws:iam::{account}:policy/another"}],
            ["iam:CreateRole", f"arn:aws:iam::{account}:role/admin", boundary],
            ["iam:PutRolePolicy", role, none],
            ["iam:PutRolePolicy", github, boundary],
            ["iam:UpdateAssumeRolePolicy", github, none],
            ["iam:PutRolePermissionsBoundary", github, boundary],
            ["iam:DeleteRolePermissionsBoundary", role, none],
            ["iam:AttachRolePolicy", role, none],
            ["iam:CreatePolicyVersion", f"arn:aws:iam::{account}:policy/elytra-status-boundary", none],
            ["iam:PassRole", role, {"iam:PassedToService": "ec2.amazonaws.com"}],
            ["iam:PassRole", github, {"iam:PassedToService": "lambda.amazonaws.com"}],
            ["iam:CreateUser", f"arn:aws:iam::{account}:user/x", none],
            ["lambda:UpdateFunctionCode", arn("lambda", "function:another"), none],
            ["lambda:CreateEventSourceMapping", "*", {"lambda:FunctionArn": arn("lambda", "function:another")}],
            ["s3:GetObject", "arn:aws:s3:::example-backups/acme/1.gz", none],
            ["s3:GetObject", bucket("state") + "/state/elytra-status.json", none],
            ["s3:CreateBucket", "arn:aws:s3:::another-bucket", none],
            ["s3:DeleteBucket", f"arn:aws:s3:::elytra-status-terraform-{account}", none],
            ["ssm:GetParameter", arn("ssm", "parameter/another"), none],
            ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/ZANOTHER", none],
            ["ec2:RunInstances", "*", none],
            ["sts:AssumeRole", f"arn:aws:iam::{account}:role/admin", none],
        ],
    }
