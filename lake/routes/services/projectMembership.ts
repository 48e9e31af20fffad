import type { Role } from '../../context.ts'

/** What a person or a programme is in the project, as the Access API says it. */
export function projectMembership(
  projectId: string,
  { id, role, createdAt }: { id: string; role: Role; createdAt: string },
) {
  return {
    resourceType: 'project',
    resourceId: projectId,
    resourceUserId: id,
    roleNames: [role],
    addedAt: createdAt,
    lastSeenAt: null,
  }
}
