"""What becomes of catalogs when something goes wrong: l10n beside polib, Babel and msgmerge, the same faults for all.

Run: python benchmarks/trust.py          the table of docs, “never lost”; some minutes, most of them for the peers
     python benchmarks/trust.py faults   l10n alone (`make faults`): every fault at every call, 200 kills a command, 20
                                         rounds of 8 writers with 25 changes each, and 200 saves in the middle of rounds
                                         of `watch`, and every command interrupted at 25 calls; half an hour

The peers are killed by strace at each system call that writes to the catalog they update (left out without strace);
l10n by the layer of tests/trust/interposing.py, which a test holds against strace. A peer that prints a warning has
noticed.
"""

import contextlib
import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, os.fspath(ROOT))

from l10n.catalog import pofile  # noqa: E402
from l10n.errors import CatalogError  # noqa: E402
from tests.trust.faults import KINDS, VERBS, damage, outcomes, prepared  # noqa: E402
from tests.trust.test_bombs import BOMBS, run_limited  # noqa: E402
from tests.trust.test_interrupts import READING, interrupted  # noqa: E402
from tests.trust.test_interrupts import harm as harm_of  # noqa: E402
from tests.unit.workflow.store.test_lock import WRITER  # noqa: E402

MESSAGES, WRITERS, CHANGES = 40, 8, 25
RANDOM_KILLS, ROUNDS = 200, 20
SAVES, SEED = 200, 22
MOMENTS, COLD_MOMENTS = 20, 5
CALLS = "openat,write,pwrite64,ftruncate,truncate,rename,renameat,renameat2,unlink,link,fsync,copy_file_range,sendfile"
ENOUGH = 30

# Each changes one message of a catalog: arguments are the file, the number of the message and its translation.
PEERS = {
    "polib": """
import sys, polib
name, number, text = sys.argv[1:]
po = polib.pofile(name)
po.find(f"number {number}").msgstr = text
po.save()
""",
    "Babel": """
import sys
from babel.messages.pofile import read_po, write_po
name, number, text = sys.argv[1:]
with open(name, "rb") as file:
    catalog = read_po(file)
catalog[f"number {number}"].string = text
with open(name, "wb") as file:
    write_po(file, catalog)
""",
}


def catalog(number: int) -> bytes:
    """Return a catalog with so many messages, translated when they are few."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\n'
    return (
        head + "\n".join(f'msgid "number {n}"\nmsgstr "getal {n}, „met tekens”"\n' for n in range(number))
    ).encode()


def peer_command(peer: str, path: Path, number: int, text: str) -> list[str]:
    if peer == "msgmerge":
        return ["msgmerge", "-q", "-U", "--backup=off", f"{path}", f"{path.parent / 'new.pot'}"]
    return [sys.executable, "-c", PEERS[peer], f"{path}", f"{number}", text]


def peers_here() -> tuple[str, ...]:
    return (*PEERS, "msgmerge") if shutil.which("msgmerge") else tuple(PEERS)


def kills_of_peer(peer: str, folder: Path) -> tuple[int, int]:
    """Return at how many calls that write a peer was killed, and how often its catalog was damaged."""
    folder.mkdir()
    path, old = folder / "x.po", catalog(MESSAGES)
    (folder / "new.pot").write_bytes(catalog(MESSAGES + 1).replace(b"getal", b""))
    path.write_bytes(old)
    command = peer_command(peer, path, 7, "anders")
    subprocess.run(command, check=True, capture_output=True)
    new = path.read_bytes()
    points = damaged = 0
    for call in CALLS.split(","):
        for number in range(1, ENOUGH):
            path.write_bytes(old)
            inject = [f"inject={call}:signal=SIGKILL:when={number}", "-P", f"{path}"]
            ran = subprocess.run(
                ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", *inject, *command],
                capture_output=True,
                check=False,
            )
            if ran.returncode == 0:
                break
            points += 1
            damaged += not path.exists() or path.read_bytes() not in (old, new)
    return points, damaged


def kept_of_peer(peer: str, folder: Path) -> tuple[int, int]:
    """Return how many changes eight writers made at once, and how many are there afterwards."""
    folder.mkdir()
    path = folder / "x.po"
    path.write_bytes(catalog(WRITERS * CHANGES))
    loop = "import sys\nfor number in range(int(sys.argv[2]), int(sys.argv[3])):\n    try:\n"
    body = PEERS[peer].replace(
        "name, number, text = sys.argv[1:]", "name, text = sys.argv[1], f'anders {number}'"
    )
    program = (
        loop
        + "".join(f"        {line}\n" for line in body.splitlines() if line)
        + "    except Exception: pass\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, f"{path}", f"{first}", f"{first + CHANGES}"])
        for first in range(0, WRITERS * CHANGES, CHANGES)
    ]
    for writer in writers:
        writer.wait()
    return WRITERS * CHANGES, len(set(re.findall(rb'"anders (\d+)"', path.read_bytes())))


def kept_of_l10n(folder: Path) -> tuple[int, int]:
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text('locales = ["nl"]\n', encoding="utf-8")
    texts = "\n\n".join(f"number {number}" for number in range(WRITERS * CHANGES))
    (folder / "source" / "note.txt").write_text(texts + "\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "l10n", "extract"], cwd=folder, check=True, capture_output=True)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, f"{folder}", f"{first}", f"{first + CHANGES}"],
            stderr=subprocess.DEVNULL,
        )
        for first in range(0, WRITERS * CHANGES, CHANGES)
    ]
    for writer in writers:
        writer.wait()
    content = (folder / "locales" / "nl" / "LC_MESSAGES" / "note.po").read_bytes()
    return WRITERS * CHANGES, len(set(re.findall(rb'"getal (\d+)"', content)))


def cuts(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield who reads, at how many bytes a catalog of forty messages was cut, and how often nobody noticed."""
    folder.mkdir()
    whole, path = catalog(MESSAGES), folder / "x.po"
    places = range(1, len(whole) - 1)  # without its last newline it is as complete as before

    def polib_reads(content: bytes) -> bool:
        import polib

        polib.pofile(content.decode("utf-8"))
        return True

    def babel_reads(content: bytes) -> bool:
        from babel.messages.pofile import read_po

        with contextlib.redirect_stdout(io.StringIO()) as said:
            read_po(io.BytesIO(content))
        return not said.getvalue()

    def msgfmt_reads(content: bytes) -> bool:
        path.write_bytes(content)
        return not subprocess.run(
            ["msgfmt", "-o", "/dev/null", path], capture_output=True, check=False
        ).returncode

    def l10n_reads(content: bytes) -> bool:
        from l10n.catalog.conservation import shortened, vanished

        try:
            now = pofile.read(content, "x.po").messages
        except CatalogError:
            return False
        return not vanished(known, now) and not shortened(known, now)

    known = pofile.read(whole, "x.po").messages
    readers = {"l10n": l10n_reads, "polib": polib_reads, "Babel": babel_reads}
    if shutil.which("msgfmt"):
        readers["msgfmt"] = msgfmt_reads
    for name, reads in readers.items():
        accepted = 0
        for place in places:
            try:
                accepted += reads(whole[:place])
            except Exception:  # noqa: BLE001 - a peer that raises, whatever it is, has noticed
                continue
        yield name, len(places), accepted


def faults_of_l10n(home: Path, kinds: tuple[str, ...], *, kills: int) -> tuple[int, int]:
    """Return how many faults the commands met, and how many of them did harm."""
    points = harmed = 0
    for number, (name, verb) in enumerate(VERBS.items()):
        place = prepared(home / f"{number}", verb)
        for how in (*kinds, *([f"random:{kills}"] if kills else [])):
            found = outcomes(place, verb, how)
            harm = [problem for one in found if (problem := damage(one, how.partition(":")[0]))]
            points, harmed = points + len(found), harmed + len(harm)
            print(
                f"l10n {name}, {how}: faults, and those that did harm\t{len(found)}, {len(harm)}",
                *set(harm),
                flush=True,
            )
    return points, harmed


def saves_lost(home: Path) -> tuple[int, int]:
    """Return in how many tries somebody saved while `watch` was at work, and in how many that was lost."""
    home.mkdir()
    program = [sys.executable, "-m", "tests.trust.saving", f"{home}", f"{SAVES}", f"{SEED}"]
    ran = subprocess.run(program, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    return len(found), sum(bool(one["wrong"]) for one in found)


def interrupts(home: Path) -> tuple[int, int]:
    """Return at how many moments commands were interrupted, and how often one ended otherwise than we promise."""
    moments = harmed = 0
    for number, (name, verb) in enumerate({**VERBS, **READING}.items()):
        if not verb.arguments:
            continue
        for how in ("", "cold:"):
            wanted = COLD_MOMENTS if how else MOMENTS
            whole, found = interrupted(
                prepared(home / f"{number}{how[:4]}", verb), verb, "SIGINT", f"{how}{wanted}"
            )
            harm = [problem for one in found if (problem := harm_of(whole, one, signal.SIGINT))]
            moments, harmed = moments + len(found), harmed + len(harm)
            if harm:
                print(f"l10n {name}, interrupted{' while it imports' if how else ''}", *set(harm), flush=True)
    return moments, harmed


def cost_of_bombs(home: Path) -> tuple[int, float]:
    """Return how many bombs were refused, and the most seconds of CPU one took, the start of Python included."""
    refused, most = 0, 0.0
    for number, (plant, command, said) in enumerate(BOMBS.values()):
        folder = home / f"{number}"
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "note.txt").write_bytes(b"A title\n\nA text.\n")
        (folder / "l10n.toml").write_bytes(b'locales = ["nl", "ru"]\n')
        plant(folder)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = run_limited(folder, *command.split())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        refused += ran.returncode == 2 and said in ran.stderr
        most = max(most, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return refused, most


def main() -> int:
    is_long = sys.argv[1:] == ["faults"]
    os.environ["PYTHONPATH"] = os.fspath(ROOT)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        os.environ["XDG_STATE_HOME"] = f"{home}/state"
        rounds = ROUNDS if is_long else 1
        kept = [kept_of_l10n(home / f"writers-{number}") for number in range(rounds)]
        total, left = (sum(column) for column in zip(*kept, strict=True))
        kinds = KINDS if is_long else ("kill",)
        points, harmed = faults_of_l10n(home / "faults", kinds, kills=RANDOM_KILLS if is_long else 0)
        print(f"l10n: faults, and those that did harm\t{points}, {harmed}")
        print(f"l10n: changes of {WRITERS} writers at once kept\t{left} of {total}")
        if is_long:
            saves, lost = saves_lost(home / "saves")
            print(f"l10n: saves in the middle of rounds of watch, and those lost\t{saves}, {lost}")
            moments, wrong = interrupts(home / "interrupts")
            print(f"l10n: moments at which commands were interrupted, and wrong ends\t{moments}, {wrong}")
            return int(harmed > 0 or left < total or lost > 0 or wrong > 0)
        refused, most = cost_of_bombs(home / "bombs")
        print(
            f"l10n: bombs refused, and the most seconds of CPU of one\t{refused} of {len(BOMBS)}, {most:.2f}"
        )
        for peer in peers_here():
            if shutil.which("strace"):
                points, harmed = kills_of_peer(peer, home / f"kills-{peer}")
                print(f"{peer}: kills at calls that write, and damaged catalogs\t{points}, {harmed}")
            if peer in PEERS:
                total, left = kept_of_peer(peer, home / f"writers-{peer}")
                print(f"{peer}: changes of {WRITERS} writers at once kept\t{left} of {total}")
        for name, number, accepted in cuts(home / "cuts"):
            print(f"{name}: cuts, and those accepted without a word\t{number}, {accepted}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
