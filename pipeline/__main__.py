"""python -m pipeline: the same program as parley."""

import sys

from pipeline.cli import main

sys.exit(main())
