"""The calendar: months, weeks, days."""
