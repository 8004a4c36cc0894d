{% import "_bases.html" as book %}
{% set rows %}{{ book.rows(view.rows) }}{% endset %}
ScienceWeek.shard({{ rows|string|tojson }});
