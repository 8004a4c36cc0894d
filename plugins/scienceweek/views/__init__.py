"""What each page shows; pure: Catalogue to frozen dataclasses. From the bottom: words, parts, maps and finding, calendars, pages."""
