#!/usr/bin/env python3
"""drive.py BINARY [WORD...]: the built program, used. Each check is a function; all of them run."""
import json
import os
import random
import re
import resource
import shutil
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import unicodedata
from pathlib import Path

import drive_preview
import drive_world as world
from drive_world import Person, Terminal, acknowledged, measured, moves, records, story, text

TERMSHOT = str(Path(__file__).with_name("termshot.py"))
CHECKS = []
PATIENCE = 5  # seconds for whatever must be quick


def check(function):
    CHECKS.append(function)
    return function


def expect(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(item) for item in what)[:3000])


# What a user does ------------------------------------------------------------------------------


@check
def copied_alone_it_carries_its_scenarios():
    me = Person()
    alone = me.base / "bin"
    alone.mkdir()
    copy = shutil.copy2(world.BINARY, alone / "rehearse")
    done = subprocess.run([copy, "list", "--json"], cwd=me.desk, env=me.environment,
                          capture_output=True, timeout=20)
    expect(done.returncode == 0, text(done))
    ids = [entry["id"] for entry in json.loads(done.stdout)]
    expect("june-fourth" in ids and "the-same-sentence" in ids, ids)
    played = subprocess.run([copy, "play", ids[0]], input=b"1\n", cwd=me.desk, env=me.environment,
                            capture_output=True, timeout=20)
    expect(played.returncode == 0 and b"\nYou: " in played.stdout, text(played))


@check
def a_file_on_disk_wins_over_the_shipped_one():
    me = Person()
    folder = me.desk / "Scenarios" / "Library"
    folder.mkdir(parents=True)
    mine = {**story(1), "id": "june-fourth", "title": "My own June"}
    (folder / "june-fourth.json").write_text(json.dumps(mine))
    expect("My own June" in text(me.run("play", "june-fourth", check=0)))
    expect("1. Scenarios (the folder you are in)" in text(me.run("where", check=0)))


@check
def exit_codes_are_as_documented():
    me = Person()
    good, bad = me.write("good.json", story(1)), me.write("bad.json", "{")
    for words, code in [
        (["--version"], 0), (["help"], 0), (["list"], 0), (["check", good], 0), (["play", good], 0),
        (["play", good, "--mode", "ready"], 1), (["forget", "--all"], 1), (["check", "/"], 1),
        (["paly"], 2), (["play"], 2), (["play", good, "--mode", "x"], 2), (["--nope"], 2),
        (["check", bad], 65), (["play", bad], 65),
        (["check", "/nowhere.json"], 66), (["play", "nowhere"], 66), (["resume", "nowhere"], 66),
    ]:
        me.run(*words, check=code)


@check
def what_a_pipe_gets_is_lines_of_text():
    me = Person()
    for words, typed in [(["play", "june-fourth", "--seed", "3"], "?\nw\n1\n1\n<\n2\n1\n"),
                         (["list"], ""), (["help"], ""), ([], "q\n"), (["where"], "")]:
        output = me.run(*words, typed=typed, check=0).stdout
        expect(not [b for b in output if b < 0x20 and b != 10 or b == 0x7F], words, output)
        output.decode("utf-8")


@check
def the_same_seed_gives_the_same_bytes():
    answers = "1\n2\n" * 8 + "\n" * 6
    runs = [Person().run("play", "say-it-again", "--seed", "11", typed=answers, check=0).stdout
            for _ in range(2)]
    runs = [re.sub(rb"\d{8}-\d{6}-\w{6}", b"ATTEMPT", output) for output in runs]
    expect(runs[0] == runs[1] and len(runs[0]) > 3000)


# Nothing lost ----------------------------------------------------------------------------------


@check
def kill_nine_loses_no_acknowledged_move():
    chance = random.Random()
    seed = chance.randrange(1 << 32)
    chance.seed(seed)
    script = story(2000)
    killed = total = 0
    me = Person()
    path = me.write("long.json", script)
    known = set()
    while killed < 30:
        process = subprocess.Popen(
            [world.BINARY, "play", path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, env=me.environment, cwd=me.desk)
        answers = "".join(chance.choice("12") + "\n" for _ in range(1990)).encode()

        def feed(pipe=process.stdin, answers=answers):
            try:
                pipe.write(answers)
                pipe.flush()
            except OSError:
                pass

        feeder = threading.Thread(target=feed)
        output = bytearray(os.read(process.stdout.fileno(), 512))
        feeder.start()
        end = time.monotonic() + chance.uniform(0.0, 0.35)
        # Quick machines answer everything before the time is up, and then say nothing more.
        while (rest := end - time.monotonic()) > 0:
            if select.select([process.stdout], [], [], rest)[0]:
                output += os.read(process.stdout.fileno(), 65536)
        process.kill()
        process.wait()
        output += process.stdout.read()
        feeder.join()
        acks = acknowledged(output.decode("utf-8", "replace"))
        new = [journal for journal in me.journals() if journal not in known]
        known.update(new)
        expect(len(new) == 1, f"seed {seed}: {len(new)} new journals")
        kept = moves(new[0])
        expect(kept[:len(acks)] == acks,
               f"seed {seed}: {len(acks)} acknowledged, {len(kept)} kept; {acks[-2:]} {kept[-2:]}")
        killed += 1
        total += len(acks)
        if kept and killed % 5 == 0:
            again = text(me.run("resume", new[0].stem, check=0))
            expect(f"You: reply {kept[-1][1:]}." in again, again)
            expect(f"line {len(kept)}." in again, again)
    expect(total > 300, f"only {total} moves were acknowledged before the kills: nothing was tested")
    return f"{killed} kills, {total} acknowledged moves"


@check
def the_disk_comes_before_the_screen():
    """Reads what the system was asked to do, in order: no move may be shown while it is not synced."""
    me = Person()
    path = me.write("long.json", story(30))
    trace = me.base / "trace"
    done = subprocess.run(
        ["strace", "-f", "-y", "-s", "300", "-e", "trace=write,pwrite64,writev,fsync,fdatasync",
         "-o", str(trace), world.BINARY, "play", path],
        input=b"1\n2\nback\n1\n2\n1\nsave\n", env=me.environment, cwd=me.desk, capture_output=True,
        timeout=30)
    expect(done.returncode == 0, text(done))
    dirty, shown, written = False, 0, 0
    for line in trace.read_text(errors="replace").split("\n"):
        call = line.split(" ", 1)[-1].strip()
        if "write" in call and ".journal>" in call:
            dirty, written = True, written + ('\\"moved\\"' in call)
        elif call.startswith(("fsync", "fdatasync")) and ".journal>" in call:
            dirty = False
        elif re.match(r"\w*write\w*\(1[<,]", call) and re.search(r"You: reply|taken back", call):
            shown += 1
            expect(not dirty, "shown before it was synced:", line)
            expect("taken back" in call or written >= shown - 1, "shown before it was written:", line)
    expect(shown == 6 and written == 5, f"the trace was not understood: {shown} {written}")


@check
def a_full_disk_is_said_and_play_goes_on():
    me = Person()
    path = me.write("long.json", story(200))

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))

    done = me.run("play", path, typed="1\n" * 200 + "\n" * 6, check=0, preexec_fn=limit)
    said_when_full(me, text(done))


@check
def a_full_file_system_is_said_and_play_goes_on():
    me = Person()
    me.data.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(me.data)],
                             capture_output=True)
    if mounted.returncode:
        return "left out: no right to mount (the file size limit above stands in)"
    try:
        path = me.write("long.json", story(400))
        done = me.run("play", path, typed="1\n" * 400 + "\n" * 6, check=0)
        said_when_full(me, text(done))
    finally:
        subprocess.run(["umount", "-l", str(me.data)], check=True)


def said_when_full(me, output):
    sentence = "from here on this practice is not saved"
    expect(output.count(sentence) == 1, output[-2000:])
    expect("make room" in output and "The end" in output and "The ledger" in output, output[-2000:])
    before, _, _ = output.partition(sentence)
    acks, kept = acknowledged(before), moves(me.journals()[0])
    expect(kept[:len(acks)] == acks and len(acks) > 10, f"{len(acks)} {len(kept)}")


@check
def a_read_only_home_is_said_and_play_goes_on():
    me = Person()
    binary = shutil.copy2(world.BINARY, me.base / "rehearse")
    os.chmod(me.base, 0o755)
    path = me.write("long.json", story(3))
    home = me.base / "locked"
    home.mkdir(mode=0o555)
    for folder in (me.desk, Path(path)):
        os.chmod(folder, 0o755)
    environment = {**me.environment, "HOME": str(home)}
    del environment["XDG_DATA_HOME"]
    # Root may write anywhere, so it plays as nobody.
    who = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run([binary, "play", path], input=b"1\n2\n1\n\n\n\n\n\n\n", env=environment,
                          cwd=me.desk, capture_output=True, timeout=20, **who)
    output = text(done)
    expect(done.returncode == 0, output)
    expect(output.count("This practice is not saved.") == 1, output)
    expect("reply 2a." in output and "The ledger" in output, output)
    expect(not list(home.iterdir()))


@check
def two_on_one_attempt_are_told_apart():
    me = Person()
    path = me.write("long.json", story(5))
    first = subprocess.Popen([world.BINARY, "play", path], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, env=me.environment, cwd=me.desk)
    try:
        first.stdin.write(b"1\n")
        first.stdin.flush()
        output = b""
        while b"You: reply 0a." not in output:
            output += os.read(first.stdout.fileno(), 4096)
        name = me.journals()[0].stem
        second = text(me.run("resume", name, typed="2\n", check=0))
        expect("open in another rehearse" in second and "You: reply 1b." in second, second)
        expect("not saved" in second, second)
        expect(me.run("forget", name).returncode == 1)
        first.communicate(b"1\n", timeout=10)
    finally:
        if first.poll() is None:
            first.kill()
            first.wait()
    expect(moves(me.journals()[0]) == ["r0a", "r1a"])


@check
def only_its_owner_can_read_what_is_kept():
    me = Person()
    path = me.write("long.json", story(3))
    done = subprocess.run(["sh", "-c", 'umask 000; exec "$0" play "$1"', world.BINARY, path],
                          input=b"1\n", env=me.environment, cwd=me.desk, capture_output=True)
    expect(done.returncode == 0 and len(me.journals()) == 1, text(done))
    for found in [me.data / "rehearse", *(me.data / "rehearse").rglob("*")]:
        mode = found.stat().st_mode & 0o777
        expect(mode == (0o700 if found.is_dir() else 0o600), f"{found} is {mode:o}")


@check
def nothing_is_written_outside_its_folders_and_nothing_is_sent():
    me = Person()
    path = me.write("long.json", story(3))
    shown = set(me.desk.rglob("*"))
    trace = me.base / "trace"

    def traced(*words, typed=b"", command=None):
        subprocess.run(
            ["strace", "-f", "-o", str(trace), "-e",
             "trace=%network,openat,open,creat,mkdir,mkdirat,rename,renameat2,link,symlink,unlink,"
             "unlinkat,truncate", *(command or [world.BINARY, *words])],
            input=typed, env=me.environment, cwd=me.desk, capture_output=True, timeout=60)
        return trace.read_text(errors="replace")

    for words, typed in [(["play", path], b"1\n2\n1\n\n\n\n\n\nplan\nyes\n"), (["history"], b""),
                         (["list"], b""), (["check", path], b""), (["resume"], b""),
                         (["forget", "--all", "--yes"], b"")]:
        calls = traced(*words, typed=typed)
        expect("openat" in calls, "the trace is empty")
        for line in calls.split("\n"):
            expect(not re.search(r"\b(socket|connect|sendto|bind)\(", line), words, line)
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|mkdir|rename|unlink|link\(|creat\(", line):
                allowed = f'"{me.data}' in line or '"/dev/' in line
                expect(allowed or "ENOENT" in line or "EEXIST" in line, words, line)
    expect(set(me.desk.rglob("*")) == shown and not list(me.home.iterdir()))
    control = traced(command=["python3", "-c", "import socket; socket.socket()"])
    expect("socket(" in control, "strace sees no sockets, so this check proves nothing")


# Terminals and signals -------------------------------------------------------------------------


@check
def a_signal_at_a_prompt_saves_and_ends_by_itself():
    for name, number in [("INT", signal.SIGINT), ("TERM", signal.SIGTERM), ("HUP", signal.SIGHUP)]:
        me = Person()
        path = me.write("long.json", story(5))
        for how in ["tty", "keys", "pipe"]:
            if how == "keys" and name != "INT":
                continue
            if how == "pipe":
                process = subprocess.Popen([world.BINARY, "play", path], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, env=me.environment)
                process.stdin.write(b"1\n")
                process.stdin.flush()
                output = b""
                while b"line 1." not in output:
                    output += os.read(process.stdout.fileno(), 4096)
                process.send_signal(number)
                # Its input stays open: an end of input at the same instant would be an answer too.
                status = process.wait(10)
                output += process.communicate()[0]
            else:
                terminal = Terminal(me, "play", path, "--plain")
                terminal.until("> ").type("1\n").until("line 1.").until("own words:")
                if how == "keys":
                    terminal.type("\x03")
                else:
                    terminal.process.send_signal(number)
                status, output = terminal.wait(), terminal.output
                expect(terminal.is_as_before, name, "the terminal is not as it was")
                terminal.close()
            expect(status == -number, name, how, "ended with", status)
            name_of_attempt = me.journals()[-1].stem
            expect(b"Go on with: rehearse resume " in output, name, how, output[-400:])
            expect(name_of_attempt.encode() in output or how != "tty", name, how, output[-400:])
            expect(all(moves(journal) == ["r0a"] for journal in me.journals()))
    shell = subprocess.run(
        ["bash", "-c", '"$0" play "$1" < <(sleep 5) > /dev/null & sleep 1; kill -TERM $!; wait $!; echo $?',
         world.BINARY, path], env=me.environment, capture_output=True, timeout=20)
    expect(shell.stdout.strip() == b"143", shell)


@check
def suspended_and_taken_up_again():
    me = Person()
    path = me.write("long.json", story(3))
    photograph(me, "80x24", "play", path, "--plain", steps=[
        "until > ", "key C-z", "expect-stopped", "check-restored", "fg", "type 2", "key Enter",
        "until You: reply 0b.", "type save", "key Enter", "expect-exit 0", "check-restored"])
    expect(moves(me.journals()[0]) == ["r0b"])


def photograph(me, size, *words, steps=(), options=()):
    """What a terminal of this size shows at the end of the steps."""
    out = me.base / "photo"
    steps = [item for step in steps for item in ("-s", step)]
    environment = {"XDG_DATA_HOME": str(me.data), "HOME": str(me.home)}
    given = [item for pair in environment.items() for item in ("-e", "=".join(pair))]
    done = subprocess.run(
        [sys.executable, TERMSHOT, "--no-png", "-g", size, "-o", str(out), "--cwd", str(me.desk),
         *given, *steps, *options, "--", world.BINARY, *words], capture_output=True, timeout=60)
    expect(done.returncode == 0, f"termshot {done.returncode}:", text(done))
    return Path(f"{out}.txt").read_text()


@check
def whoever_asks_for_text_gets_only_text():
    me = Person()
    # What a screen may send is looked at by drive-screen.sh.
    for env, words in [({"TERM": "dumb"}, []), ({}, ["--plain"]), ({"ACCESSIBLE": "1"}, [])]:
        terminal = Terminal(me, "play", "june-fourth", *words, env=env)
        terminal.until("then Enter").type("1\n").until("You:").type("q\n").until("Saved.")
        expect(terminal.wait() == 0)
        expect(terminal.is_as_before)
        bad = [b for b in terminal.output if b < 0x20 and b not in (9, 10, 13)]
        expect(not bad, env, words, terminal.output[:500])
        terminal.close()


@check
def a_reader_who_leaves_ends_it_quietly():
    me = Person()
    path = me.write("long.json", story(300))
    for words in ["list", f"play {path}", "help", "where"]:
        done = subprocess.run(
            ["bash", "-c", f'yes 1 | head -290 | "$0" {words} | head -1; echo "${{PIPESTATUS[2]}}"',
             world.BINARY], env=me.environment, cwd=me.desk, capture_output=True, timeout=20)
        lines = done.stdout.decode().strip().split("\n")
        expect(len(lines) == 2 and lines[1] == "0" and not done.stderr, words, done)


@check
def closed_streams_are_no_disaster():
    me = Person()
    path = me.write("long.json", story(3))
    for redirection in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "</dev/null", ">/dev/full", "<."]:
        for words in [f"play {path}", "", "forget --all"]:
            done = subprocess.run(
                ["bash", "-c", f'exec "$0" {words} {redirection}', world.BINARY], env=me.environment,
                cwd=me.desk, capture_output=True, timeout=30, stdin=subprocess.DEVNULL)
            expect(done.returncode in (0, 1, 66), words, redirection, done.returncode, text(done)[-300:])
            expect("Fatal" not in text(done), text(done))
    for journal in me.journals():
        expect(moves(journal) == [], "nobody typed anything")


# Hostile files ---------------------------------------------------------------------------------


@check
def hostile_files_are_refused_soon():
    me = Person()
    fifo, folder = me.desk / "fifo.json", me.desk / "folder.json"
    os.mkfifo(fifo)
    folder.mkdir()
    os.symlink("/dev/zero", me.desk / "zero.json")
    os.symlink("loop.json", me.desk / "loop.json")
    big = me.desk / "big.json"
    with open(big, "wb") as file:
        file.write(b'{"format": "rehearse-scenario/1", "title": "')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b'"}')
    me.write("deep.json", "[" * 10_000 + "]" * 10_000)
    me.write("deeper.json", '{"a":' * 1_000_000)
    me.write("empty.json", "")
    (me.desk / "binary.json").write_bytes(os.urandom(1 << 20))
    (me.desk / "nul.json").write_bytes(b"\0" * (1 << 20))
    me.write("commas.json", "[" + "," * 3_000_000)
    me.write("text.json", '{"title": "' + "x" * 50_000_000)
    me.write("keys.json", "{" + ",".join(f'"k{n}":{n}' for n in range(300_000)) + "}")
    me.write("same.json", "{" + '"a":1,' * 500_000 + '"a":1}')
    me.write("lines.json", "{\n" * 200_000)
    worst, slowest = (0, ""), (0, "")
    for name, code in [
        ("fifo", 1), ("folder", 1), ("zero", 1), ("loop", 1), ("big", 65), ("deep", 65),
        ("deeper", 65), ("empty", 65), ("binary", 65), ("nul", 65), ("commas", 65), ("text", 65),
        ("keys", 65), ("same", 65), ("lines", 65),
    ]:
        status, output, took, memory = measured(["check", f"{name}.json"], me)
        expect(status == code, name, "ended with", status, output[-500:])
        expect(f"{name}.json" in output, name, output[:500])
        expect(took < PATIENCE, f"{name} took {took:.1f} s")
        expect(memory < 1_000_000, f"{name} held {memory} KB")
        expect(len(output) < 100_000, f"{name}: {len(output)} bytes of complaint")
        harmful = [c for c in output if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp")
                   and c != "\n"]
        expect(not harmful, name, harmful[:5])
        worst, slowest = max(worst, (memory, name)), max(slowest, (took, name))
    return f"most memory {worst[0] // 1024} MB ({worst[1]}), most time {slowest[0]:.1f} s ({slowest[1]})"


@check
def hostile_words_leave_the_terminal_as_it_was():
    me = Person()
    evil = "\x1b]0;PWNED\x07\x1b[?1049h\x1b[2J\x1b[?25l\x9b31m\u202e\u200bX"
    script = story(2)
    script["title"] = script["summary"] = script["setting"] = evil.replace("\u202e", "")
    script["cast"]["ray"]["name"] = "Ray\x1b[7m"
    script["moments"]["m0"]["lines"][0]["text"] = evil.replace("\u202e", "")
    path = me.write("evil\x1b[31m.json", script)
    terminal = Terminal(me, "play", path, "--plain")
    terminal.until("then Enter").type("1\n").until("You:")
    # The terminal itself echoes what is typed; what counts is what the program says of it.
    terminal.type("q\n").until("Saved.")
    expect(terminal.wait() == 0 and terminal.is_as_before)
    allowed = re.sub(rb"\x1b\[[0-9;]*m", b"", terminal.output).decode()
    harmful = [c for c in allowed if unicodedata.category(c) in ("Cc", "Cf") and c not in "\r\n"]
    expect(not harmful and b"\x1b[7m" not in terminal.output, repr(allowed[:500]))
    expect("^[]0;PWNED^G" in allowed)
    terminal.close()


CHECKS.extend(drive_preview.CHECKS)


def heed_signals():
    """What runs in the background, or under nohup, hands ignored signals on; here none are."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def main():
    heed_signals()
    world.BINARY = sys.argv[1]
    chosen = [c for c in CHECKS if not sys.argv[2:] or any(w in c.__name__ for w in sys.argv[2:])]
    scratch = tempfile.mkdtemp(prefix="rehearse-drive-")
    tempfile.tempdir = scratch
    os.chmod(scratch, 0o755)
    began, failures = time.monotonic(), 0
    try:
        for function in chosen:
            start = time.monotonic()
            try:
                remark = function()
                mark = "ok  "
            except Exception as error:  # every check runs, whatever another found
                failures += 1
                mark = "FAIL"
                remark = error if isinstance(error, AssertionError) else traceback.format_exc()
                remark = str(remark)[:1500]
            name = function.__name__.replace("_", " ")
            print(f"{mark} {name} ({time.monotonic() - start:.1f} s){': ' + str(remark) if remark else ''}",
                  flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{len(chosen) - failures} of {len(chosen)} checks hold, {time.monotonic() - began:.0f} s")
    return 1 if failures or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
