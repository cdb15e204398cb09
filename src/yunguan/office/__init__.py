"""Who may do what, and by when: organisation, people, roles, scope, workflow, deadlines, attachments."""
