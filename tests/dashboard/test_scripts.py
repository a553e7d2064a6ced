"""The pages' scripts: linted by ESLint, which runs in the browser so that no test needs Node; few, and small."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from dashboard.assets import STATIC, STYLE, read_assets

HERE = Path(__file__).parent
LINTER = gzip.decompress((HERE / "eslint" / "linter.min.js.gz").read_bytes()).decode()
SCRIPTS = sorted(STATIC.glob("*.js"))
VENDORED = STATIC / "vendor" / "codemirror.js"
EDITOR = STATIC.parent.parent / "tools" / "editor"
OFFERED = """
document window location history navigator fetch URL URLSearchParams FormData CustomEvent MouseEvent CSSStyleSheet
setTimeout clearTimeout setInterval sessionStorage requestIdleCallback
"""
ALWAYS = """
array-callback-return arrow-body-style default-case-last dot-notation eqeqeq for-direction getter-return no-alert
no-async-promise-executor no-await-in-loop no-caller no-class-assign no-compare-neg-zero no-cond-assign no-console
no-const-assign no-constant-condition no-debugger no-dupe-args no-dupe-else-if no-dupe-keys no-duplicate-case
no-duplicate-imports no-else-return no-empty-pattern no-eval no-extend-native no-fallthrough no-func-assign
no-global-assign no-implied-eval no-import-assign no-invalid-regexp no-loop-func no-new-func no-param-reassign
no-promise-executor-return no-redeclare no-return-assign no-script-url no-self-assign no-self-compare no-shadow
no-sparse-arrays no-template-curly-in-string no-throw-literal no-undef no-unmodified-loop-condition no-unreachable
no-unsafe-finally no-unsafe-optional-chaining no-unused-expressions no-unused-vars no-useless-concat no-useless-return
no-var object-shorthand prefer-arrow-callback prefer-const prefer-template radix use-isnan valid-typeof yoda
"""
MARKUP = "text is never parsed as markup: use textContent"
RULES: dict[str, Any] = {
    **dict.fromkeys(ALWAYS.split(), "error"),
    "no-use-before-define": ["error", {"functions": False}],
    "complexity": ["error", 8],
    "max-depth": ["error", 3],
    "max-lines": ["error", 220],
    "no-restricted-properties": [
        "error",
        *({"property": name, "message": MARKUP} for name in ("innerHTML", "outerHTML", "insertAdjacentHTML")),
        {"object": "document", "property": "write", "message": MARKUP},
    ],
}
CONFIG = {
    "languageOptions": {
        "ecmaVersion": 2024,
        "sourceType": "module",
        "globals": dict.fromkeys(OFFERED.split(), "readonly"),
    },
    "linterOptions": {"reportUnusedDisableDirectives": "error"},
    "rules": RULES,
}


def test_eslint_finds_nothing_in_the_scripts(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(content=LINTER)
    texts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS}
    lint = """([texts, config]) => Object.entries(texts).flatMap(([name, text]) =>
        new window.eslint.Linter().verify(text, config, name).map((found) =>
            `${name}:${found.line} ${found.ruleId}: ${found.message}`))"""
    found = page.evaluate(lint, [texts, CONFIG])
    assert found == [], "\n".join(found)
    spoilt = page.evaluate(lint, [{"spoilt.js": "var a = 1; document.body.innerHTML = b"}, CONFIG])
    assert {words.split()[1] for words in spoilt} >= {"no-var:", "no-restricted-properties:", "no-undef:"}
    page.close()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_what_it_is_for_and_stays_within_its_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("// ")
    assert [line for line in lines if len(line) > 120 or line != line.rstrip() or "\t" in line] == []


def test_scripts_import_each_other_under_addresses_that_bear_their_hashes() -> None:
    assets = read_assets(b"")
    assert f'from "{assets["drawing.js"].address}"' in assets["charts.js"].body.decode()
    assert f'from "{assets["vendor/codemirror.js"].address}"' in assets["sql_editor.js"].body.decode()
    for name, asset in assets.items():
        assert not name.endswith(".js") or 'from "./' not in asset.body.decode()


def test_the_editor_is_named_with_its_licence_and_can_be_built_again() -> None:
    named = (STATIC.parent.parent / "THIRD_PARTY.md").read_text(encoding="utf-8")
    wanted = json.loads((EDITOR / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((EDITOR / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for package, version in wanted["dependencies"].items():
        assert f"{package} {version}" in named
        assert locked[f"node_modules/{package}"]["version"] == version
    assert "://" not in (EDITOR / "package-lock.json").read_text(encoding="utf-8")
    assert "MIT" in VENDORED.with_name("codemirror-LICENSE.txt").read_text(encoding="utf-8")
    assert "tools/build_editor" in VENDORED.read_text(encoding="utf-8")[:200]


def test_every_part_of_the_style_sheet_goes_out_with_hashed_fonts() -> None:
    assets = read_assets(b"")
    sheet = assets["style.css"].body.decode()
    assert sorted(STYLE) == sorted(path.stem for path in STATIC.rglob("*.css"))
    assert f'url("{assets["fonts/inter-latin-wght-normal.woff2"].address}")' in sheet
    assert "../fonts" not in sheet
