"""What drive.py needs around the program: a person's folder, scenarios, runs, terminals, journals."""
import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import tempfile
import termios
import time
import zlib
from pathlib import Path

BINARY = ""


class Person:
    """A person with a home folder of their own, gone at the end."""

    def __init__(self, base=None):
        self.base = Path(base or tempfile.mkdtemp(prefix="rehearse-drive-")).resolve()
        self.home = self.base / "home"
        self.data = self.base / "data"
        self.desk = self.base / "desk"
        for folder in (self.home, self.desk):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def environment(self):
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_DATA_HOME": str(self.data),
            "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
        }

    def write(self, name, document):
        path = self.desk / name
        text = document if isinstance(document, str) else json.dumps(document)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run(self, *words, typed="", check=None, **options):
        """Runs the program with its answers on a pipe."""
        options.setdefault("env", self.environment)
        options.setdefault("cwd", self.desk)
        options.setdefault("timeout", 20)
        done = subprocess.run(
            [BINARY, *words], input=typed.encode() if isinstance(typed, str) else typed,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        if check is not None and done.returncode != check:
            raise AssertionError(
                f"{words} ended with {done.returncode}, not {check}:\n{text(done)[-1500:]}")
        return done

    def journals(self):
        return sorted((self.data / "rehearse" / "attempts").glob("*.journal"))


def text(done):
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def story(moments, seed=1):
    """A talk of so many moments with two replies each; every word says where it stands."""
    def reply(n, letter, level):
        return {
            "id": f"r{n}{letter}", "say": f"reply {n}{letter}.", "why": "W.", "heard": f"heard {n}.",
            "rates": {"honesty": level, "clarity": 3, "shared-parenting": None},
            "next": f"m{n + 1}",
        }
    table = {
        f"m{n}": {"lines": [{"by": "ray", "text": f"line {n}."}],
                  "replies": [reply(n, "a", 3), reply(n, "b", 2)]}
        for n in range(moments)
    }
    table[f"m{moments}"] = {
        "lines": [], "ending": {"title": "The end", "text": "Over.", "kind": "mixed"}}
    return {
        "format": "rehearse-scenario/1", "id": "long", "title": "Long", "summary": "Long.",
        "setting": "A room.", "listener": "ray", "order": "as-written",
        "cast": {"ray": {"name": "Ray", "role": "birth-parent"}},
        "opening": "m0", "moments": table,
    }


def records(path):
    """The records of a journal, whole lines only, each checked against its checksum."""
    found = []
    for line in Path(path).read_bytes().split(b"\n")[:-1]:
        checksum, body = line[:8], line[9:]
        assert int(checksum, 16) == zlib.crc32(body), f"a damaged line in {path}: {line[:80]}"
        found.append(json.loads(body))
    return found


def moves(path):
    return [record["chose"] for record in records(path) if record["kind"] == "moved"]


def acknowledged(output):
    """The replies that the screen has said back, by id."""
    said = [line[len("You: reply "):-1] for line in output.split("\n")
            if line.startswith("You: reply ") and line.endswith(".")]
    return ["r" + words for words in said]


class Terminal:
    """The program in a terminal of its own, as the leader of its session."""

    def __init__(self, person, *words, size=(24, 80), env=None, command=None):
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.before = termios.tcgetattr(child)
        self.descriptor, self.child = parent, child
        self.output = b""

        def take():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            command or [BINARY, *words], stdin=child, stdout=child, stderr=child,
            env={**person.environment, **(env or {})}, cwd=person.desk, preexec_fn=take)

    def until(self, words, seconds=10):
        end = time.monotonic() + seconds
        while words.encode() not in self.output:
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"{words!r} did not come; last: {self.output[-400:]!r}")
            if select.select([self.descriptor], [], [], min(left, 0.2))[0]:
                try:
                    self.output += os.read(self.descriptor, 65536)
                except OSError:
                    raise AssertionError(f"ended before {words!r}: {self.output[-400:]!r}")
        return self

    def drain(self):
        while select.select([self.descriptor], [], [], 0.1)[0]:
            try:
                data = os.read(self.descriptor, 65536)
            except OSError:
                break
            if not data:
                break
            self.output += data

    def type(self, words):
        os.write(self.descriptor, words.encode())
        return self

    def wait(self, seconds=10):
        status = self.process.wait(seconds)
        self.drain()
        return status

    @property
    def is_as_before(self):
        return termios.tcgetattr(self.child) == self.before

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.descriptor)
        os.close(self.child)


def measured(words, person, seconds=40):
    """Runs the program and says how it ended, the seconds it worked, and the most memory it held.

    Its own seconds and not the clock's, so that a busy machine changes nothing.
    """
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        process = subprocess.Popen(
            [BINARY, *words], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            env=person.environment, cwd=person.desk)
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() - began > seconds:
                process.kill()
                os.wait4(process.pid, 0)
                raise AssertionError(f"{words} took more than {seconds} s")
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = usage.ru_utime + usage.ru_stime
        output.seek(0)
        return process.returncode, output.read().decode("utf-8", "replace"), took, usage.ru_maxrss
