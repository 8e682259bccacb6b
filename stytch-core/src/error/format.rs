//! How an error prints.

use std::{error::Error as _, fmt};

use super::{Error, ErrorKind, Repr};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.headline(f)?;
        let error = &*self.0;
        let mut separator = " (";
        let mut part = |f: &mut fmt::Formatter<'_>, part: fmt::Arguments<'_>| {
            f.write_str(separator)?;
            separator = ", ";
            f.write_fmt(part)
        };
        if let Some(operation) = error.operation {
            part(f, format_args!("{operation}"))?;
        }
        if let Some(field) = &error.field {
            part(f, format_args!("field {}", OneLine(field)))?;
        }
        if let Some(path) = &error.json_path {
            part(f, format_args!("at {}", OneLine(path)))?;
        }
        if let Some(status) = error.status {
            part(f, format_args!("HTTP {}", status.as_u16()))?;
            match &error.request_id {
                Some(id) => part(f, format_args!("request id {}", OneLine(id)))?,
                None => part(f, format_args!("no request id"))?,
            }
        }
        if error.attempts > 1 {
            part(f, format_args!("{} attempts", error.attempts))?;
        }
        if error.acted {
            part(f, format_args!("may have been acted upon"))?;
        }
        f.write_str(if separator == ", " { ")" } else { "" })?;
        self.cause(f)
    }
}

impl Error {
    /// What happened, without the circumstances.
    fn headline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Repr { kind, message, .. } = &*self.0;
        match &self.0.error_type {
            // elsewhere it belongs to the cause, which comes last
            Some(name) if *kind == ErrorKind::Api => write!(f, "{}: ", OneLine(name.as_str()))?,
            _ => write!(f, "{kind}: ")?,
        }
        write!(f, "{}", OneLine(message))
    }

    /// Why, where the message does not say it: the error of a fetch, or what the network and the
    /// operating system say.
    fn cause(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            ErrorKind::CheckUnavailable => {
                let Some(fetch) = self.fetch_error() else {
                    return Ok(());
                };
                f.write_str(": ")?;
                fetch.headline(f)?;
                fetch.cause(f)
            }
            ErrorKind::Connect | ErrorKind::Interrupted => {
                // the innermost says what, the one around it where: "error resolving DNS", "tcp connect error"
                let (mut around, mut innermost) = (None, self.source());
                while let Some(deeper) = innermost.and_then(|error| error.source()) {
                    (around, innermost) = (innermost, Some(deeper));
                }
                [around, innermost]
                    .into_iter()
                    .flatten()
                    .try_for_each(|error| write!(f, ": {}", OneLine(&error.to_string())))
            }
            _ => Ok(()),
        }
    }
}

/// Text of the other side, kept from breaking the line or steering the terminal.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;

        for character in self.0.chars() {
            match character {
                '\u{2028}' | '\u{2029}' => f.write_char(' ')?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Shows what is known, and leaves out the rest.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &*self.0;
        let mut out = f.debug_struct("Error");
        out.field("kind", &error.kind)
            .field("message", &error.message);
        macro_rules! known {
            ($($field:ident),+) => {$(
                if let Some(value) = &error.$field {
                    out.field(stringify!($field), value);
                }
            )+};
        }
        known!(
            operation,
            status,
            request_id,
            error_type,
            error_url,
            details,
            retry_after,
            field,
            json_path,
            content_type,
            source
        );
        out.field("attempts", &error.attempts).finish()
    }
}
