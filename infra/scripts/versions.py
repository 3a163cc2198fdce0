"""Which version of a function serves, which passed the smoke test and which are bad, read from the alias live."""
import json
import re
import subprocess
import sys

# The description of an alias holds 256 characters.
KEPT = 15


def fail(sentence):
    print(f"{sys.argv[0].rpartition('/')[2]}: {sentence}", file=sys.stderr)
    raise SystemExit(1)


def outputs_of(file):
    with open(file, encoding="utf-8") as content:
        return {name: output["value"] for name, output in json.load(content).items()}


def aws(*arguments):
    done = subprocess.run(["aws", *arguments, "--output", "json"], capture_output=True, text=True)
    if done.returncode:
        fail(f"aws {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return json.loads(done.stdout or "{}")


class Function:
    def __init__(self, output):
        self.name, self.region, self.newest = output["name"], output["region"], output["version"]
        alias = self._aws("get-alias")
        self.serving = alias["FunctionVersion"]
        lists = dict(re.findall(r"(passed|bad)=([\d,]*)", alias.get("Description", "")))
        self.passed = [one for one in lists.get("passed", "").split(",") if one]
        self.bad = [one for one in lists.get("bad", "").split(",") if one]

    def serve(self, version):
        self.passed = [one for one in self.passed if one != version] + [version]
        self.serving = version
        self._write()

    def mark_bad(self, version):
        self.passed = [one for one in self.passed if one != version]
        self.bad = [one for one in self.bad if one != version] + [version]
        self._write()

    def roll_back(self, wanted=None):
        """Serves the version that passed before this one, or a wanted one that passed; this one is bad from now on."""
        candidates = [one for one in self.passed if one != self.serving]
        if wanted and wanted not in candidates:
            fail(f"version {wanted} of {self.name} is not among those that passed: {', '.join(candidates) or 'none'}")
        if not candidates:
            fail(f"{self.name} serves version {self.serving}, and no version passed before it")
        left, target = self.serving, wanted or candidates[-1]
        self.serving = target
        self.mark_bad(left)
        return left, target

    def _write(self):
        description = f"passed={','.join(self.passed[-KEPT:])} bad={','.join(self.bad[-KEPT:])}"
        self._aws("update-alias", "--function-version", self.serving, "--description", description)

    def _aws(self, command, *arguments):
        return aws("lambda", command, "--function-name", self.name, "--name", "live", "--region", self.region, *arguments)
