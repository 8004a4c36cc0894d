import os
import secrets
import sys

import pytest


@pytest.fixture
def seed(capsys: pytest.CaptureFixture[str]) -> str:
    """A new one each time, which is told; SEED=… in the environment repeats a run."""
    chosen = os.environ.get("SEED") or secrets.token_hex(4)
    with capsys.disabled():
        sys.stdout.write(f"\nSEED={chosen}\n")
    return chosen
