"""Checks that what is deployed works: invokes the functions, then reads the addresses that people and pages read."""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

# The CDN may serve the previous file until its time to live ends, and a new distribution needs minutes.
PATIENCE_SECONDS = float(os.environ.get("SMOKE_TEST_PATIENCE", "300"))
PAUSE_SECONDS = min(5.0, PATIENCE_SECONDS / 4)


def fail(sentence):
    print(f"smoke-test: {sentence}", file=sys.stderr)
    raise SystemExit(1)


def invoke(function, qualifier, payload):
    name = f"{function['name']}:{qualifier}"
    with tempfile.TemporaryDirectory() as folder:
        answer = os.path.join(folder, "answer.json")
        done = subprocess.run(
            ["aws", "lambda", "invoke", "--function-name", name, "--region", function["region"], "--payload", json.dumps(payload),
             "--cli-binary-format", "raw-in-base64-out", "--output", "json", answer], capture_output=True, text=True)
        if done.returncode:
            fail(f"{name} cannot be invoked: {done.stderr.strip()}")
        response = json.loads(done.stdout)
        with open(answer, encoding="utf-8") as file:
            report = file.read()
    # A function that failed is a successful invocation.
    if response.get("StatusCode") != 200 or "FunctionError" in response:
        fail(f"{name} failed: {report[:500]}")
    print(f"smoke-test: {name} answered")
    try:
        return json.loads(report)
    except ValueError:
        fail(f"{name} returned no JSON: {report[:100]}")


def get(url, origin=None):
    request = urllib.request.Request(url, headers={"Origin": origin} if origin else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.headers, answer.read(65536)
    except urllib.error.HTTPError as error:
        hint = "; the object is not public: was its ACL refused?" if error.code == 403 else ""
        fail(f"{url} answers {error.code}{hint}")
    except (urllib.error.URLError, OSError) as error:
        fail(f"{url} does not answer: {getattr(error, 'reason', error)}")


def await_fresh(url, start, patience):
    """The first request sends no Origin: a cache may keep the CORS headers of that response."""
    deadline = time.monotonic() + patience
    while True:
        try:
            updated = updated_at(url)
            if updated >= start:
                print(f"smoke-test: {url} is of {updated:%H:%M:%S}")
                return
            reason = f"{url} is still of {updated.isoformat()}, before this run began at {start.isoformat()}"
        except Unready as unready:
            reason = str(unready)
        if time.monotonic() >= deadline:
            fail(reason)
        time.sleep(PAUSE_SECONDS)


class Unready(Exception):
    """May be well in a minute: the name is new, or the file was just published."""


def updated_at(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            document = answer.read(65536)
    except urllib.error.HTTPError as error:
        hint = "; the object is not public: was its ACL refused?" if error.code == 403 else ""
        raise Unready(f"{url} answers {error.code}{hint}")
    except (urllib.error.URLError, OSError) as error:
        raise Unready(f"{url} does not answer: {getattr(error, 'reason', error)}")
    try:
        return datetime.datetime.fromisoformat(json.loads(document)["updated_at"].replace("Z", "+00:00"))
    except (ValueError, KeyError, TypeError, AttributeError):
        fail(f"{url} is not a status.json")


def opens_a_page(url):
    _, body = get(url)
    if b"<html" not in body.lower():
        fail(f"{url}, the address that people open, shows no page")
    print(f"smoke-test: {url} opens a page")


def allows(url, origin):
    headers, _ = get(url, origin)
    allowed = headers.get("Access-Control-Allow-Origin")
    if allowed not in (origin, "*"):
        fail(f"{url} requested by {origin} allows {allowed}: pages there cannot show the status")
    print(f"smoke-test: pages of {origin} may read {url}")


def smoke_test(outputs, qualifiers):
    """Raises SystemExit if something does not work. qualifiers: version or alias of each function."""
    functions = outputs["functions"]
    # status.json counts in whole seconds.
    start = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    report = invoke(functions["status"], qualifiers["status"], {"source": "smoke-test"})
    # Another run at the same moment may have been faster; what it published is as fresh.
    if report.get("outcome") not in ("published", "superseded"):
        fail(f"the run ended as {report.get('outcome')}")
    if report["outcome"] == "superseded":
        start -= datetime.timedelta(minutes=1)
    if outputs.get("origin_url"):
        await_fresh(outputs["origin_url"], start, 0)
    await_fresh(outputs["status_url"], start, PATIENCE_SECONDS)
    opens_a_page(outputs["page_url"])
    origin = outputs["cors_origin"]
    allows(outputs["status_url"], "https://example.com" if origin == "*" else origin)
    if "trigger" in functions:
        refused = invoke(functions["trigger"], qualifiers["trigger"], {"version": "2.0", "headers": {}})
        if refused.get("statusCode") != 403:
            fail("the webhook does not refuse a request without token")
    invoke(functions["watchdog"], qualifiers["watchdog"], {"source": "smoke-test"})
    print("smoke-test: everything works")
