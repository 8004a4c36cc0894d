"""How facts are said in Chinese: dates, schedules, places, names; pure functions of values."""
