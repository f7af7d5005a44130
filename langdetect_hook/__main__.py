"""`python -m langdetect_hook`: the same command for those whose PATH does not have it."""

import sys

from langdetect_hook.cli import main

if __name__ == "__main__":
    sys.exit(main())
