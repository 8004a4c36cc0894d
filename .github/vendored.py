"""Adds the scripts of others that pages use to a bill of materials: ``vendored.py bill.cdx.json``."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIST = Path(__file__).resolve().parents[1] / "theme" / "static" / "vendor" / "VENDORED.md"
_ENTRY = re.compile(
    r"^## (?P<name>\S+) (?P<version>\S+)\n\n(?P<licence>[A-Za-z0-9.-]+), see .*?sha256 `(?P<digest>[0-9a-f]{64})`",
    re.MULTILINE,
)


def components(listed: str) -> Iterator[dict[str, Any]]:
    """What VENDORED.md, as *listed*, says is there, as components of CycloneDX."""
    for entry in _ENTRY.finditer(listed):
        purl = f"pkg:npm/{entry['name']}@{entry['version']}"
        yield {
            "bom-ref": purl,
            "type": "library",
            "name": entry["name"],
            "version": entry["version"],
            "purl": purl,
            "licenses": [{"license": {"id": entry["licence"]}}],
            "hashes": [{"alg": "SHA-256", "content": entry["digest"]}],
        }


def main() -> None:
    path = Path(sys.argv[1])
    bill = json.loads(path.read_text(encoding="utf-8"))
    bill["components"] += components(LIST.read_text(encoding="utf-8"))
    path.write_text(f"{json.dumps(bill, ensure_ascii=False, indent=2)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
