"""The ``$BROWSER`` of a person whose browser runs already: hands it the address.

The address is written to the file that RINGAUTH_TEST_ADDRESS names.
"""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    path = Path(os.environ["RINGAUTH_TEST_ADDRESS"])
    whole = path.with_suffix(".part")
    whole.write_text(sys.argv[1], "utf-8")
    whole.replace(path)
