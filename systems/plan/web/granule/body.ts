/** Answers of a form as a request's body: empty ones left out, a file as its name and Base64 content. */
export async function bodyOf(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue
    if (value instanceof File) Object.assign(body, { name: value.name, base64: await base64Of(value) })
    else body[name] = value
  }
  return body
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return url.slice(url.indexOf(',') + 1)
}
