"""Lets `python -m lagebild` start the command line."""

import sys

from lagebild.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
