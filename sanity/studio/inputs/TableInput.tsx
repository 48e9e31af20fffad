import { AddIcon } from '@sanity/icons/Add'
import { TrashIcon } from '@sanity/icons/Trash'
import { Button, Flex, Stack, Text, TextInput } from '@sanity/ui'
import type { ClipboardEvent } from 'react'
import { MemberField, type ObjectInputProps, set } from 'sanity'
import {
  addColumn,
  addRow,
  parsePastedTable,
  removeColumn,
  removeRow,
  type TableGrid,
  toGrid,
  writeCell,
  writeColumn,
} from './tableEdits.ts'

/** A table as a grid of cells. A selection copied from a spreadsheet replaces the whole table. */
export function TableInput(props: ObjectInputProps) {
  const { members, onChange, readOnly, value } = props
  const grid = toGrid(value, newKey)
  const save = ({ columns, rows }: TableGrid) => onChange([set(columns, ['columns']), set(rows, ['rows'])])
  const paste = (event: ClipboardEvent) => {
    const pasted = parsePastedTable(event.clipboardData.getData('text/plain'), newKey)
    if (!pasted || readOnly) return
    event.preventDefault()
    save(pasted)
  }
  return (
    <Stack gap={4}>
      {members.map((member) =>
        member.kind === 'field' && member.name === 'caption' ? (
          <MemberField
            key={member.key}
            member={member}
            renderAnnotation={props.renderAnnotation}
            renderBlock={props.renderBlock}
            renderField={props.renderField}
            renderInlineBlock={props.renderInlineBlock}
            renderInput={props.renderInput}
            renderItem={props.renderItem}
            renderPreview={props.renderPreview}
          />
        ) : null,
      )}
      <Stack gap={3}>
        <Text size={1} weight="medium">
          Cells
        </Text>
        <Text muted size={1}>
          The first line names the columns. Paste from a spreadsheet to replace the whole table.
        </Text>
        <div style={{ overflowX: 'auto' }} onPaste={paste}>
          <table style={{ borderCollapse: 'separate', borderSpacing: 4, width: '100%' }}>
            <TableHead grid={grid} readOnly={readOnly} onSave={save} />
            <TableBody grid={grid} readOnly={readOnly} onSave={save} />
          </table>
        </div>
        {!readOnly && (
          <Flex gap={2}>
            <Button icon={AddIcon} mode="ghost" text="Row" onClick={() => save(addRow(grid, newKey))} />
            <Button icon={AddIcon} mode="ghost" text="Column" onClick={() => save(addColumn(grid))} />
          </Flex>
        )}
      </Stack>
    </Stack>
  )
}

interface TablePartProps {
  grid: TableGrid
  readOnly: boolean | undefined
  onSave: (grid: TableGrid) => void
}

function TableHead({ grid, readOnly, onSave }: TablePartProps) {
  return (
    <thead>
      <tr>
        {grid.columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no key of its own -- its place is what it is
          <th key={at} style={{ minWidth: 120 }}>
            <Flex gap={1}>
              <div style={{ flex: 1 }}>
                <TextInput
                  aria-label={`Column ${at + 1}`}
                  placeholder={`Column ${at + 1}`}
                  readOnly={readOnly}
                  value={column}
                  weight="medium"
                  onChange={(event) => onSave(writeColumn(grid, at, event.currentTarget.value))}
                />
              </div>
              {!readOnly && grid.columns.length > 1 && (
                <RemoveButton
                  label={`Remove column ${at + 1}`}
                  onClick={() => onSave(removeColumn(grid, at))}
                />
              )}
            </Flex>
          </th>
        ))}
        <th aria-label="Rows" />
      </tr>
    </thead>
  )
}

function TableBody({ grid, readOnly, onSave }: TablePartProps) {
  return (
    <tbody>
      {grid.rows.map(({ _key, cells }, line) => (
        <tr key={_key}>
          {cells.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no key of its own -- its place is what it is
            <td key={at}>
              <TextInput
                aria-label={`Row ${line + 1}, ${grid.columns[at] || `column ${at + 1}`}`}
                readOnly={readOnly}
                value={cell}
                onChange={(event) => onSave(writeCell(grid, _key, at, event.currentTarget.value))}
              />
            </td>
          ))}
          <td style={{ width: 36 }}>
            {!readOnly && grid.rows.length > 1 && (
              <RemoveButton label={`Remove row ${line + 1}`} onClick={() => onSave(removeRow(grid, _key))} />
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <Button aria-label={label} icon={TrashIcon} mode="bleed" title={label} onClick={onClick} />
}

/** Twelve letters and digits, as the Studio's own keys: unique within one document. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
