"""What editors and bad days do to a file while `rehearse preview` follows it: checks for drive.py."""
import os
import time
from pathlib import Path

from drive_world import Person, Terminal

EXAMPLE = Path(__file__).resolve().parents[2] / "Scenarios" / "Guide" / "Examples" / "step-3.json"
SAID = "do I buy the bed?"


def words(word):
    """The example, with a word in Ray's question by which one version is told from another."""
    return EXAMPLE.read_text(encoding="utf-8").replace(SAID, f"{SAID} {word}")


def rename_over(path, text):
    new = path.with_name(".talk.json.swp")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def move_away_and_write(path, text):
    os.replace(path, path.with_name("talk.json~"))
    path.write_text(text, encoding="utf-8")


def delete_and_write(path, text):
    path.unlink()
    time.sleep(0.05)
    path.write_text(text, encoding="utf-8")


def truncate_and_write_slowly(path, text):
    with open(path, "w", encoding="utf-8") as file:
        for start in range(0, len(text), 400):
            file.write(text[start:start + 400])
            file.flush()
            time.sleep(0.1)


def link(path, text):
    other = path.with_name("elsewhere.json")
    other.write_text(text, encoding="utf-8")
    path.unlink()
    path.symlink_to(other)


SAVES = [
    ("ALPHA", lambda path, text: path.write_text(text, encoding="utf-8")), ("BRAVO", rename_over),
    ("CHARLIE", move_away_and_write), ("DELTA", delete_and_write),
    ("ECHO", truncate_and_write_slowly), ("FOXTROT", link),
]


def empty_folder(path):
    path.unlink()
    path.mkdir()


DAMAGES = [
    ("appended to", "1 error", lambda path: path.write_text(words("NO") + "}")),
    ("cut in half", "error", lambda path: os.truncate(path, 700)),
    ("emptied", "there is nothing in this file", lambda path: os.truncate(path, 0)),
    ("deleted", "is not there any more", lambda path: path.unlink()),
    ("a comma lost", "a comma is missing", lambda path: path.write_text(
        words("NO").replace('"id": "red-truck",', '"id": "red-truck"'))),
    ("not UTF-8", "UTF-8", lambda path: path.write_bytes(
        words("NO").encode().replace(b"Saturday", b"Samedi \xe0"))),
    ("a moment gone", "there is no moment", lambda path: path.write_text(
        words("NO").replace('"truck-arrives": {', '"somewhere": {'))),
    ("zeros", "error", lambda path: path.write_bytes(bytes(4096))),
    ("a folder", "it is a folder", empty_folder),
    ("another file", "is a case", lambda path: rename_over(path, '{"format": "rehearse-case/1"}')),
]


def followed(*options):
    me = Person()
    path = Path(me.write("talk.json", words("FIRST")))
    screen = Terminal(me, "preview", "talk.json", "--seed", "2", *options)
    return me, path, screen.until("FIRST")


def fresh(screen):
    """From here on only what comes anew counts."""
    screen.drain()
    screen.output = b""
    return screen


def goes_on_with_what_was_saved(*options):
    me, path, screen = followed(*options)
    try:
        for word, save in SAVES:
            fresh(screen)
            save(path, words(word))
            screen.until(word)
            if b"error" in screen.output:
                raise AssertionError(f"{word}: half of a save was read: {screen.output[-400:]!r}")
        ends_well(me, screen, "--plain" in options)
    finally:
        screen.close()


def survives(*options):
    me, path, screen = followed(*options)
    try:
        for number, (name, says, damage) in enumerate(DAMAGES):
            fresh(screen)
            damage(path)
            screen.until(says)
            if screen.process.poll() is not None:
                raise AssertionError(f"{name}: it ended")
            fresh(screen)
            if path.is_dir():
                path.rmdir()
            rename_over(path, words(f"MENDED{'ABCDEFGHIJ'[number]}"))
            screen.until(f"MENDED{'ABCDEFGHIJ'[number]}")
        ends_well(me, screen, "--plain" in options)
    finally:
        screen.close()


def ends_well(me, screen, is_plain):
    # On a screen, End goes to the question first.
    for keys in ("" if is_plain else "\x1b[F", "quit", "\r"):
        # Keys that come all at once would be taken for a paste.
        fresh(screen).type(keys)
        time.sleep(0.3)
    screen.until("A preview is not kept.")
    status = screen.wait()
    if status != 0 or not screen.is_as_before:
        raise AssertionError(f"status {status}; the terminal as before: {screen.is_as_before}")
    if me.journals():
        raise AssertionError("a preview was recorded")


def preview_goes_on_with_what_editors_save():
    goes_on_with_what_was_saved()
    goes_on_with_what_was_saved("--plain")


def preview_survives_whatever_is_done_to_its_file():
    survives()


def preview_keeps_what_is_half_typed():
    me, path, screen = followed()
    try:
        screen.type("\x1b[F").until("What do you say?")
        screen.type("Court is on Ma")
        time.sleep(0.3)
        path.write_text(words("OTHER").replace("What do you say?", "What will you say?"))
        screen.until("will you say?")
        screen.type("\x1b[F")
        time.sleep(0.3)
        fresh(screen).type("y 4, and nobody knows.")
        time.sleep(0.3)
        screen.type("\r").until("Court is on May 4, and nobody knows.").until("Closest line here")
    finally:
        screen.close()


def preview_at_rest_takes_no_time():
    me, path, screen = followed()
    try:
        time.sleep(6)

        def worked():
            return int(Path(f"/proc/{screen.process.pid}/schedstat").read_text().split()[0]) / 1e9

        if not Path(f"/proc/{screen.process.pid}/schedstat").exists():
            return
        before = worked()
        time.sleep(10)
        took = worked() - before
        if took > 0.02:
            raise AssertionError(f"{took:.3f} s of processor time in 10 s at rest")
    finally:
        screen.close()


CHECKS = [
    preview_goes_on_with_what_editors_save, preview_survives_whatever_is_done_to_its_file,
    preview_keeps_what_is_half_typed, preview_at_rest_takes_no_time,
]
