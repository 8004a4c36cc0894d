"""What pages use of others is in the bill of materials."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = (ROOT / "theme" / "static" / "vendor" / "VENDORED.md").read_text("utf-8")


def test_each_script_of_others_becomes_a_component(tmp_path: Path) -> None:
    bill = tmp_path / "bill.cdx.json"
    bill.write_text('{"specVersion": "1.6", "components": [{"name": "nh3"}]}', encoding="utf-8")

    subprocess.run([sys.executable, str(ROOT / ".github" / "vendored.py"), str(bill)], check=True)

    first, *ours = json.loads(bill.read_text("utf-8"))["components"]
    assert first == {"name": "nh3"}
    assert [f"{one['name']} {one['version']}" for one in ours] == re.findall("^## (.+)$", LIST, re.MULTILINE)
    assert ours[0] == {
        "bom-ref": "pkg:npm/leaflet@1.9.4",
        "type": "library",
        "name": "leaflet",
        "version": "1.9.4",
        "purl": "pkg:npm/leaflet@1.9.4",
        "licenses": [{"license": {"id": "BSD-2-Clause"}}],
        "hashes": [
            {"alg": "SHA-256", "content": "84c65a256e50657896f54c33bd857b6849ebe94c817803be818bf32a3dde0b77"}
        ],
    }
