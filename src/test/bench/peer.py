#!/usr/bin/env python3
"""The obvious alternative, for the benchmark alone: the same job as a script with requests and boto3.

  peer.py             one run, from the environment: GET the metrics, list the backups, judge minimally, PUT status.json
  peer.py --same F    one run with every request of file F (those the function makes), a line each: METHOD BUCKET KEY BYTES WHO
  peer.py --loop ...  the same as a function: asks the Runtime API for events until it is ended, clients built before

It judges less than the function does, renders nothing and scans nothing: what it leaves out is in its favour.
"""
import datetime
import json
import os
import re
import sys

import boto3
import requests
from botocore.config import Config

STATUS = re.compile(r'^monitor_status\{[^\n]*?monitor_id="(\d+)"[^\n]*\} (\d)$', re.M)
ENV = os.environ


class Peer:
    def __init__(self, same):
        self.http = requests.Session()
        self.s3 = boto3.client(
            "s3",
            endpoint_url=ENV["SPACES_ENDPOINT"],
            region_name="us-east-1",
            aws_access_key_id=ENV["SPACES_ACCESS_KEY"],
            aws_secret_access_key=ENV["SPACES_SECRET_KEY"],
            config=Config(
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )
        self.same = [line.split() for line in open(same)] if same else None

    def run(self):
        classes = self.monitors()
        document = self.document(classes, self.newest() if not self.same else None)
        if self.same:
            for method, bucket, key, size, who in self.same:
                self.repeat(method, bucket, key, int(size), who)
        else:
            self.s3.put_object(
                Bucket=ENV["STATUS_BUCKET"],
                Key="status.json",
                Body=document,
                ContentType="application/json",
                CacheControl="public, max-age=60",
                ACL="public-read",
            )
        return document

    def monitors(self):
        answer = self.http.get(
            ENV["UPTIME_KUMA_URL"] + "/metrics", auth=("", ENV["UPTIME_KUMA_API_KEY"]), timeout=(3, 10)
        )
        answer.raise_for_status()
        return dict(STATUS.findall(answer.text))

    def newest(self):
        newest = {}
        for page in self.s3.get_paginator("list_objects_v2").paginate(Bucket=ENV["BACKUP_BUCKET"], Prefix="backups/"):
            for entry in page.get("Contents", []):
                tenant = entry["Key"].split("/")[1]
                newest[tenant] = max(newest.get(tenant, entry["LastModified"]), entry["LastModified"])
        return newest

    @staticmethod
    def document(classes, newest):
        now = datetime.datetime.now(datetime.timezone.utc)
        down = sum(1 for state in classes.values() if state == "0")
        status = "operational" if down == 0 else "outage" if down * 2 > len(classes) else "degraded"
        late = newest and [t for t, at in newest.items() if now - at > datetime.timedelta(hours=26)]
        return json.dumps(
            {
                "schema_version": 1,
                "updated_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "platform_status": status,
                "backups": {"last_backup_status": "warning" if late else "success"},
            }
        ).encode()

    def repeat(self, method, bucket, key, size, who):
        if who == "anonymous":
            self.http.get("%s/%s/%s" % (ENV["SPACES_ENDPOINT"], bucket, key), timeout=3)
        elif method == "LIST":
            self.s3.list_objects_v2(Bucket=bucket, Prefix="" if key == "-" else key)
        elif method == "UPLOADS":
            self.s3.list_multipart_uploads(Bucket=bucket)
        elif method == "PUT":
            self.s3.put_object(Bucket=bucket, Key=key, Body=b"x" * size, ContentType="text/plain", ACL="public-read")
        else:
            try:
                if method == "HEAD":
                    self.s3.head_object(Bucket=bucket, Key=key)
                else:
                    self.s3.get_object(Bucket=bucket, Key=key)["Body"].read()
            except self.s3.exceptions.ClientError:
                pass  # as the function, it asks for what may not be there


def loop(peer):
    api = "http://%s/2018-06-01/runtime/invocation" % ENV["AWS_LAMBDA_RUNTIME_API"]
    session = requests.Session()
    while True:
        event = session.get(api + "/next")
        answer = peer.run()
        session.post("%s/%s/response" % (api, event.headers["Lambda-Runtime-Aws-Request-Id"]), data=answer)


def main(arguments):
    same = arguments[arguments.index("--same") + 1] if "--same" in arguments else None
    peer = Peer(same)
    if "--loop" in arguments:
        loop(peer)
    else:
        print(peer.run().decode())


main(sys.argv[1:])
