"""The widget: a button on another site, and the light page that it opens in a frame."""
