"""Everything from a fresh clone: makes what is missing, then runs the program.

    python3 do.py demo          a synthetic place, lived through, and its pages
    python3 do.py serve         the pages of the database in WHATMATTERS_DATA (default ./var)
    python3 do.py whatmatters   any verb of the installed command: migrate, pay, ledger, doctor ...
    python3 do.py test [ARGS]   the whole test suite, on SQLite and on PostgreSQL where installed
    python3 do.py check         lint, types, import contracts, catalogues, migrations, house style

Needs Python 3.11 or newer and nothing else; standard library only. It speaks on stderr, so
stdout and the exit code are the program's own. Set-up lives in .boot and is made again when
uv.lock changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
BOOT = os.path.join(ROOT, ".boot")
UV = "uv==0.13.9"
MODULE = ["-P", "-m", "whatmatters.config.cli"]
VERBS = {
    "demo": ("run", [*MODULE, "demo"]),
    "serve": ("run", [*MODULE, "serve"]),
    "whatmatters": ("run", MODULE),
    "test": ("dev", [os.path.join(ROOT, "scripts", "run_tests.py")]),
    "check": ("dev", [os.path.join(ROOT, "scripts", "run_checks.py")]),
}


def main():
    """Never returns: becomes the program, or exits with 2 and a reason."""
    if sys.version_info < (3, 11):  # noqa: UP036
        fail("whatmatters needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in VERBS:
        fail(__doc__.strip())
    kind, command = VERBS[verb]
    python = environment(kind)
    os.environ.setdefault("WHATMATTERS_DATA", os.path.join(ROOT, "var"))
    keep_bytecode(os.environ)
    # The full path as argv[0] too: Python finds its environment by it.
    os.execv(python, [python, *command, *sys.argv[2:]])


def environment(kind):
    """Path of a Python with all that `kind` needs: "run" (run-time alone) or "dev"."""
    home = os.path.join(BOOT, kind)
    python = os.path.join(home, "bin", "python")
    options = ["--no-dev"] if kind == "run" else []
    if kind == "dev" or os.environ.get("DATABASE_URL", "").startswith("postgres"):
        options += ["--extra", "pg"]
    stamp, wanted = os.path.join(home, "stamp"), fingerprint(options)
    if read(stamp) == wanted and os.path.exists(python):
        return python
    os.makedirs(BOOT, exist_ok=True)
    with open(os.path.join(BOOT, "lock"), "w") as lock:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)  # two calls at once: the second one waits
        if read(stamp) != wanted:
            build(home, options)
            with open(stamp, "w") as out:
                out.write(wanted)
    return python


def keep_bytecode(settings):
    """Keep compiled modules in .boot, beside no source, also where Python is told to keep none.

    Without them a verb takes nearly twice as long. Where nothing can be written all stays as it
    was: with a folder that cannot be filled Python would not read those that it has elsewhere.
    """
    kept = settings.get("PYTHONPYCACHEPREFIX") or os.path.join(BOOT, "bytecode")
    try:
        os.makedirs(kept, exist_ok=True)
    except OSError:
        return
    if os.access(kept, os.W_OK):
        settings["PYTHONPYCACHEPREFIX"] = kept
        settings.pop("PYTHONDONTWRITEBYTECODE", None)


def fingerprint(options):
    """What the environment was made from: when it changes, it is made again."""
    digest = hashlib.sha256(repr((sys.version, sys.prefix, ROOT, UV, options)).encode())
    for name in ("uv.lock", "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as source:
            digest.update(source.read())
    return digest.hexdigest()


def build(home, options):
    """Install exactly what the lock says into `home`."""
    say("Setting up (once, and again when uv.lock changes) ...")
    if os.path.isdir(home):  # made again: what was compiled for the one before goes too
        shutil.rmtree(os.path.join(BOOT, "bytecode"), ignore_errors=True)
    settings = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    settings["UV_PROJECT_ENVIRONMENT"] = home
    command = [installer(), "sync", "--frozen", "--no-python-downloads", "--quiet"]
    command += ["--python", sys.executable, "--project", ROOT, *options]
    if subprocess.call(command, env=settings, stdout=sys.stderr) != 0:
        say("Trying again with the certificates of this machine ...")  # a network that inspects
        run([*command, "--system-certs"], settings)
    say("Ready.")


def installer():
    """Path of the pinned uv, in an environment of its own."""
    home = os.path.join(BOOT, "uv-" + UV.split("==")[1])
    program = os.path.join(home, "bin", "uv")
    if not os.path.exists(program):
        make_venv(home)
        pip = [os.path.join(home, "bin", "python"), "-m", "pip"]
        run([*pip, "install", "--quiet", "--disable-pip-version-check", UV])
    return program


def make_venv(home):
    """Debian keeps `ensurepip` in a package of its own: say which."""
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        fail("This Python lacks the venv module. On Debian: apt-get install python3-venv")
    venv.create(home, with_pip=True, clear=True)


def run(command, settings=None):
    """Run one step of the set-up; its output goes to stderr."""
    if subprocess.call(command, env=settings, stdout=sys.stderr) != 0:
        fail("Set-up failed at: " + " ".join(command))


def read(path):
    """The text of a file, or nothing."""
    try:
        with open(path) as source:
            return source.read()
    except FileNotFoundError:
        return None


def say(words):
    """To stderr: stdout belongs to the program."""
    print(words, file=sys.stderr, flush=True)


def fail(words):
    """Say why, and end with 2."""
    say(words)
    sys.exit(2)


if __name__ == "__main__":
    main()
