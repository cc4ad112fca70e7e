"""The web page: chat, source viewer and documents.  The only place for Gradio."""
