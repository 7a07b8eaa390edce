"""The web app: one Gradio chat in an own FastAPI app, with the pages, downloads and HTTP endpoints around it."""
