"""What each page shows; pure: Catalogue to frozen dataclasses. From the bottom: wording, pieces, maps and finding, calendars, pages."""
