"""``python -m ipcheck`` is the ``ipcheck`` command."""

from ipcheck.cli.main import run

if __name__ == "__main__":
    run()
