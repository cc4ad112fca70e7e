"""The web page: chat, source viewer and documents.  With app.py, the only place for Gradio."""
