"""A new version of the terms is one small file with what differs; nothing else of the platform changes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from helsebro.coverage.product_head import TERMS
from helsebro.coverage.terms.product import compile_terms, product

FILE = Path(__file__).parent / "SA2701.json"
TEXT = FILE.read_text(encoding="utf-8")
DOMAIN = TERMS.parents[2]
ROOT = FILE.parents[4]
ASKED = """
import json
from dataclasses import replace
from helsebro.coverage.product_head import cause_of, family_of, head, known_products, newest_for
from helsebro.coverage.terms.product import product
from helsebro.policies.covers import covers_of
from helsebro.policies.place import Place
from helsebro.policies.policy import module_faults, product_faults
from tests.domain.policies.test_covers import work

def on(product, number):
    place = work()
    insured = replace(place.insured, product=product, policy_number=number)
    modules = frozenset({"health"})
    return replace(place, insured=insured, agreed=replace(place.agreed, product=product, modules=modules))

places = [on("SA1706", "P-1"), on("SA2701", "P-2")]
print(json.dumps({
    "known": [*known_products()],
    "cause": cause_of("SA2701"),
    "sameFamily": family_of("SA2701") == family_of("SA1706"),
    "newest": [newest_for(cause) for cause in ("work", "leisure")],
    "limit": product("SA2701").parameter("R-832", "limit"),
    "others": [cover.other_product for _, cover in covers_of(places, {})],
    "rules": len(product("SA2701").rules) == len(product("SA1706").rules),
    "faults": [fault.code for fault in (*product_faults("SA2701"), *module_faults("SA2701", ["extended"]))],
}))
"""


def test_a_new_version_contains_only_what_differs() -> None:
    new, old = compile_terms(TEXT, FILE.name), product("SA1706")
    pairs = [*zip(new.rules, old.rules, strict=True)]
    differing = [rule.id for rule, other in pairs if rule.row.parameters != other.row.parameters]

    assert len(TEXT.splitlines()) < 10
    assert [(rule.id, rule.clause, rule.effects, rule.reads) for rule in new.rules] == [
        (rule.id, rule.clause, rule.effects, rule.reads) for rule in old.rules
    ]
    assert differing == ["R-832"]
    assert (new.parameter("R-832", "limit"), old.parameter("R-832", "limit")) == (10, 12)
    assert (new.name, new.family, new.parameters) == ("SA2701", old.family, old.parameters)


def test_adding_the_file_to_the_terms_makes_it_a_product_everywhere(tmp_path: Path) -> None:
    shutil.copytree(DOMAIN, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(FILE, tmp_path / TERMS.relative_to(DOMAIN))
    ran = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={"PYTHONPATH": f"{tmp_path}:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(ran.stdout) == {
        "known": ["SA1706", "SA2701", "SF1706"],
        "cause": "work",
        "sameFamily": True,
        "newest": ["SA2701", "SF1706"],
        "limit": 10,
        "others": [None, None],
        "rules": True,
        "faults": ["module-not-in-product"],
    }
