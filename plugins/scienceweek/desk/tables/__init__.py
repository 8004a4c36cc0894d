"""Tables of bases and of activities, however staff elsewhere have drawn them."""
