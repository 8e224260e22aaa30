"""The problems panel of the preview: what a page shows of the report, and where in the page each problem lies."""
