import { type InputProps, isObjectInputProps } from 'sanity'
import { TableInput } from './TableInput.tsx'

/** The inputs that we draw ourselves; every other is the Studio's own. */
export function StudioInput(props: InputProps) {
  if (props.schemaType.name === 'table' && isObjectInputProps(props)) return <TableInput {...props} />
  return props.renderDefault(props)
}
