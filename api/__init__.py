"""The doors for programs: REST, the shapes of OpenAI, MCP, a widget for other sites."""
