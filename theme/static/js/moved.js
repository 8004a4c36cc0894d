/* An address of old leads on to the same place of the page; without script, to the top of it. */
ScienceWeek.behaviour("moved", "a[data-moved]", (link) => location.replace(link.href + location.hash));
