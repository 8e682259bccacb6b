//! The vendor's names for what went wrong.

mod meaning;
mod names;

pub(crate) use meaning::Meaning;
pub use names::ErrorType;

crate::open_enum!(ErrorType);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_variant() {
        for error_type in ErrorType::LISTED {
            assert_eq!(ErrorType::from(error_type.as_str()), *error_type);
        }
    }
}
