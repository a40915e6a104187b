#!/usr/bin/env python3
"""Changes one thing of one guideline at a time and runs its suites: prints every change that no test notices.

    tests/mutation/survivors.py PROGRAM [MODULE.warrant ...]

PROGRAM is a built `warrant`. Without modules all below `guidelines/` and `stdlib/` are tried. A change that a module's own suites
do not notice is tried with all suites, and then with the golden reviews and evaluations. A change that is known to be equivalent
stands in equivalent.txt with its reason. Ends with 1 if a change survives that does not stand there, or if an entry there no longer
survives.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from changes import changes, choices_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = pathlib.Path(__file__).with_name("equivalent.txt")
SUITES = sorted((ROOT / "tests" / "guidelines").rglob("*.yaml"))
CHOICES = choices_of(path.read_text() for path in sorted((ROOT / "stdlib").glob("*.warrant")))
DONE, DIFFERS, REFUSED, INVALID_CASE = 0, 1, 3, 4


def known_equivalents():
    """`module | change | reason`, one a line; the line number is left out because it moves. `*` stands for every module."""
    entries = set()
    for line in KNOWN.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            module, change, reason = (part.strip() for part in line.split(" | "))
            assert reason, f"{KNOWN.name}: no reason for {module} | {change}"
            entries.add((module, change))
    return entries


def suites_that_read(module):
    """A guideline's own suites; of another module, those of the guidelines that use it."""
    text = module.read_text()
    named = re.search(r"^(?:guideline|library|procedure) ([\w.]+)", text, re.M)
    shelf = (ROOT / "guidelines").rglob("*.warrant")
    users = {path.stem for path in shelf if re.search(rf"^use {named[1]}\b", path.read_text(), re.M)}
    own = [path for path in SUITES if path.parts[-3:-1] == module.parts[-3:-1] and path.stem == module.stem]
    return own or [path for path in SUITES if path.stem in users]


def golden_runs():
    """The command lines of the golden reviews and evaluations, each with the folder that it is run in. Other golden files, such as
    those of `diff`, see any change of a word, and so say little of one."""
    golden = ROOT / "tests" / "golden"
    for folder in (golden / "review", ROOT / "tests" / "cases"):
        for case in sorted(folder.glob("*.yaml")):
            more = case.with_suffix(".args")
            yield folder, ["review", case.name, *(more.read_text().splitlines() if more.exists() else [])]
    for line in sorted((golden / "command").glob("*.args")):
        arguments = line.read_text().splitlines()
        if arguments[0] == "eval" and not line.with_suffix(".in").exists():
            yield golden / "command", arguments


class Copy:
    """A source tree of its own, so that a change is seen by no one else."""

    def __init__(self, folder, program):
        self.folder = pathlib.Path(folder)
        self.program = shutil.copy(program, self.folder / "warrant")
        for part in ("stdlib", "guidelines"):
            shutil.copytree(ROOT / part, self.folder / part)

    def run(self, arguments, folder=ROOT):
        return subprocess.run([self.program, *arguments], capture_output=True, cwd=folder)

    def tested(self, suites):
        answer = self.run(["test", *map(str, suites)])
        if answer.returncode not in (DONE, DIFFERS, REFUSED, INVALID_CASE):
            raise RuntimeError(f"warrant test answered {answer.returncode}: {answer.stderr.decode()}")
        return answer.returncode

    def golden(self):
        """What each golden run prints, one run after the other as they are asked for."""
        for folder, arguments in golden_runs():
            answer = self.run(arguments, folder)
            yield answer.returncode, answer.stdout


def tried(program, module):
    """The changes of one module: how many, how many are no guideline, how many only golden runs notice; and the survivors."""
    relative, source = module.relative_to(ROOT), module.read_text()
    all_changes = list(changes(source, CHOICES))
    refused, unnoticed, survivors = 0, [], []
    if not all_changes:
        return relative, 0, 0, 0, []
    own = suites_that_read(module) or SUITES
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(folder, program)
        assert copy.tested(own) == DONE, f"{relative}: its suites do not pass as it stands"
        for what, line, text in all_changes:
            (copy.folder / relative).write_text(text)
            answer = copy.tested(own)
            refused += answer == REFUSED
            if answer == DONE and (own == SUITES or copy.tested(SUITES) == DONE):
                unnoticed.append((what, line, text))
        if unnoticed:
            (copy.folder / relative).write_text(source)
            as_it_stands = list(copy.golden())
        for what, line, text in unnoticed:
            (copy.folder / relative).write_text(text)
            if all(now == before for now, before in zip(copy.golden(), as_it_stands)):
                survivors.append((what, line))
    return relative, len(all_changes), refused, len(unnoticed) - len(survivors), survivors


def main(arguments):
    program = pathlib.Path(arguments[0]).resolve()
    every = sorted((ROOT / "guidelines").rglob("*.warrant")) + sorted((ROOT / "stdlib").glob("*.warrant"))
    modules = [pathlib.Path(name).resolve() for name in arguments[1:]] or every
    known = known_equivalents()
    seen, total, surviving = set(), 0, 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for relative, count, refused, golden, survivors in pool.map(lambda module: tried(program, module), modules):
            total += count
            for what, line in survivors:
                excused = {("*", what), (str(relative), what)} & known
                seen |= excused
                if not excused:
                    surviving += 1
                    print(f"{relative}:{line}: {what}")
            if count:
                seen_by = f"{golden} seen in golden runs alone, {len(survivors)} unnoticed"
                print(f"{relative}: {count} changes, {refused} refused, {seen_by}", flush=True)
    stale = sorted(entry for entry in known - seen if modules == every or ROOT / entry[0] in modules)
    for module, what in stale:
        print(f"{KNOWN.name}: no longer survives: {module} | {what}")
    print(f"{total} changes, {surviving} survive that are not known to be equivalent")
    return 1 if surviving or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
