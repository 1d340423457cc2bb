"""`python -m clausier`: the same as the command `clausier`."""

import sys

from clausier.cli import main

if __name__ == "__main__":
    sys.exit(main())
