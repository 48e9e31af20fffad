import { changePassword, createAccount, requireAccount } from '../auth/accounts.ts'
import { changeRole, removeMember } from '../auth/members.ts'
import { readSecrets, writeSecrets } from '../secretsFile.ts'
import { listUsers } from '../store/users.ts'
import { type Command, inItsWords, optionOf, printTable, requireOption } from './command.ts'
import { requireRole } from './tokens.ts'

const text = { type: 'string' } as const

export const userCommands: readonly Command[] = [
  {
    name: 'user create',
    usage: '--email ADDRESS --role ROLE [--name NAME] [--password PASSWORD]',
    help: 'make an account; without --password a random one is printed',
    options: { email: text, role: text, name: text, password: text },
    run: async (input) => {
      const email = requireOption(input, 'email')
      const given = optionOf(input, 'password')
      const { password } = await createAccount(input.context, {
        email,
        name: optionOf(input, 'name') ?? email,
        role: requireRole(input),
        ...(given === undefined ? {} : { password: given }),
      })
      input.print(given === undefined ? `${email} logs in with ${password}` : `${email} has an account.`)
    },
  },
  {
    name: 'user list',
    usage: '',
    help: 'list accounts: address, role, name, day',
    run: ({ context, print }) => {
      const rows = listUsers(context.database).map((user) => [
        user.email,
        user.role,
        user.name,
        user.createdAt.slice(0, 10),
      ])
      printTable(print, [['E-MAIL', 'ROLE', 'NAME', 'MADE'], ...rows])
    },
  },
  {
    name: 'user password',
    usage: '--email ADDRESS [--password PASSWORD]',
    help: 'set a new password, random unless given, and end all sessions of the account',
    options: { email: text, password: text },
    run: async (input) => {
      const email = requireOption(input, 'email')
      const given = optionOf(input, 'password')
      const password = await changePassword(input.context, email, given)
      forgetFirstPassword(input.context.dataDir, email)
      input.print(given === undefined ? `${email} logs in with ${password}` : `${email} has a new password.`)
    },
  },
  {
    name: 'user role',
    usage: '--email ADDRESS --role ROLE',
    help: 'give somebody another role, from the next request on',
    options: { email: text, role: text },
    run: (input) => {
      const user = requireAccount(input.context, requireOption(input, 'email'))
      const asked = requireRole(input)
      inItsWords(() => changeRole(input.context, user.id, asked))
      input.print(`${user.email} is ${asked} now.`)
    },
  },
  {
    name: 'user delete',
    usage: '--email ADDRESS',
    help: 'remove an account and its sessions; what the person wrote stays',
    options: { email: text },
    run: (input) => {
      const user = requireAccount(input.context, requireOption(input, 'email'))
      inItsWords(() => removeMember(input.context, user.id))
      input.print(`${user.email} has no account any more.`)
    },
  },
]

/** The file with the first password must not go on telling one that is wrong. */
function forgetFirstPassword(dataDir: string, email: string): void {
  const secrets = readSecrets(dataDir)
  if (secrets?.adminEmail.toLowerCase() !== email.toLowerCase()) return
  const { adminPassword: _, ...rest } = secrets
  writeSecrets(dataDir, rest)
}
