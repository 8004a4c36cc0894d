{% import "_bases.html" as book %}
{% set rows %}{{ book.rows(view.rows) }}{% endset %}
ScienceWeek.shard({{ view.district|tojson }}, {{ rows|string|tojson }}, {{ view.parts }});
