{% import "_bases.html" as book with context %}
{% set rows %}{{ book.rows(view.rows) }}{% endset %}
ScienceWeek.shard({{ view.district|tojson }}, {{ rows|string|tojson }});
