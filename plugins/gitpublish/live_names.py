"""The references by which a server says what visitors see."""

LIVE = "refs/site/live"
"""At the commit of the release that is live."""
WITHDRAWN = "refs/site/withdrawn"
"""At the commit that a rollback took away; not there if none did."""
