"""docs/sql.md shows what its queries give on data/sample, over stable views only."""

import re

import duckdb
import pytest

from analytics.model_order import models_in_order
from tests.analytics.cookbook import recipes, result_of

RECIPES = list(recipes())
STABLE_VIEWS = {model.name for model in models_in_order() if model.is_public}


def test_there_are_at_least_fifteen_questions():
    assert len({recipe["question"] for recipe in RECIPES}) >= 15


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe["question"])
def test_the_result_is_what_the_query_gives(recipe, sample_database):
    with duckdb.connect(sample_database, read_only=True) as connection:
        assert recipe["result"] == result_of(connection, recipe["query"]), (
            "write the results anew with: python -m tests.analytics.cookbook"
        )


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe["question"])
def test_it_reads_stable_views_only(recipe):
    own = set(re.findall(r"(?:with|,)\s+(\w+) as \(", recipe["query"]))
    read = set(re.findall(r"(?:from|join) (\w+)", recipe["query"]))
    assert read <= STABLE_VIEWS | own
