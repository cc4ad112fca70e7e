"""Every place that names a thing; ``naming.py`` finds them."""
