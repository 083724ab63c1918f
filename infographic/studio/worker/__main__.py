import sys

from infographic.studio.worker.main import main

main(sys.argv[1:])
