"""The worker as a process: `python -m infographic.studio.worker FOLDER MEGABYTES`."""

import sys

from infographic.studio.worker.main import main

if __name__ == "__main__":
    main(sys.argv[1:])
